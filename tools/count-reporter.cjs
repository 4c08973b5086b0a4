/** Writes the counts of a test run to the file that TEST_COUNTS names, for `.ci/run` to add up. */
const { writeFileSync } = require('node:fs');

module.exports = class CountReporter {
  onRunComplete(_contexts, results) {
    const file = process.env.TEST_COUNTS;
    if (!file) return;
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = results;
    // A test file that does not even load fails without counting a single test.
    writeFileSync(file, JSON.stringify({ passed, failed: failed + results.numRuntimeErrorTestSuites, skipped }));
  }
};
