import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/**
 * Passed and failed tests, and the names of those that failed with the beginning of what they said. A report that is
 * missing, or a file that could not be loaded, is a failure, never nothing.
 */

const MISSING = { passed: 0, failed: 1, names: ["there is no report"] };

/** @param {string} file a report of vitest's json reporter */
export function countVitest(file) {
  if (!existsSync(file)) return MISSING;
  const report = JSON.parse(readFileSync(file, "utf8"));
  const unloaded = report.testResults.filter(
    (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
  );
  const failed = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => said(`${name} › ${fullName}`, failureMessages)),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    names: [...failed, ...unloaded.map(({ name, message }) => said(name, [message]))],
  };
}

/** @param {string} file a report of Playwright's json reporter */
export function countPlaywright(file) {
  if (!existsSync(file)) return MISSING;
  const { stats, suites, errors } = JSON.parse(readFileSync(file, "utf8"));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    names: [...suites.flatMap(failedSpecs), ...errors.map(({ message }) => said("outside of the tests", [message]))],
  };
}

function failedSpecs({ specs, suites = [] }) {
  const failed = specs
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
      return said(
        `${file}:${line} › ${title}`,
        errors.map(({ message }) => message),
      );
    });
  return [...failed, ...suites.flatMap(failedSpecs)];
}

const SHOWN_LINES = 12;
const SHOWN_WIDTH = 1_000;

/** A name, and below it, indented, how each of its faults begins. */
function said(name, messages) {
  const lines = messages.flatMap((message = "") =>
    stripVTControlCharacters(message)
      .split("\n")
      .slice(0, SHOWN_LINES)
      .map((line) => `\n    ${line.slice(0, SHOWN_WIDTH)}`),
  );
  return name + lines.join("");
}
