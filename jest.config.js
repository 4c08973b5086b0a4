// A service that a test starts has its own database, whatever the environment or .env says; tests of storage use this one.
process.env.TEST_MONGODB_URI ??= process.env.MONGODB_URI ?? '';
process.env.MONGODB_URI = '';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/test/support/encoder-environment.ts',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '\\.tsx?$': '<rootDir>/tools/jest-transform.cjs' },
  // Two cores: one worker each. More would only make the browser tests wait for each other.
  maxWorkers: 2,
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/tools/count-reporter.cjs'],
};
