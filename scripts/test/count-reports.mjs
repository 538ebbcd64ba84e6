import { existsSync, readFileSync } from "node:fs";

/** Passed and failed tests, and the names of those that failed. A report that is missing, or a file that could not be loaded, is a failure, never nothing. */

const MISSING = { passed: 0, failed: 1, names: ["there is no report"] };

/** @param {string} file a report of vitest's json reporter */
export function countVitest(file) {
  if (!existsSync(file)) return MISSING;
  const report = JSON.parse(readFileSync(file, "utf8"));
  const unloaded = report.testResults.filter(
    (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
  );
  const failed = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => `${name} › ${fullName}`),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    names: [...failed, ...unloaded.map(({ name }) => name)],
  };
}

/** @param {string} file a report of Playwright's json reporter */
export function countPlaywright(file) {
  if (!existsSync(file)) return MISSING;
  const { stats, suites, errors } = JSON.parse(readFileSync(file, "utf8"));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    names: [...suites.flatMap(failedSpecs), ...errors.map(({ message }) => message)],
  };
}

function failedSpecs({ specs, suites = [] }) {
  const failed = specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line} › ${title}`);
  return [...failed, ...suites.flatMap(failedSpecs)];
}
