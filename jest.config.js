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
