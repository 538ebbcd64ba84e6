/** What holds of the code without running it: each check by its name and the command that exits with 0 where it holds. */
export function checks() {
  return [
    { name: "format and lint", command: ["npx", "biome", "ci", "."] },
    { name: "types", command: ["npx", "tsc", "--noEmit", "-p", "."] },
    { name: "dead code", command: ["npx", "knip", "--no-progress"] },
    { name: "OpenAPI up to date", command: ["node", "scripts/openapi.mjs", "--check"] },
  ];
}

/** The same of tests that are vitest's, and quick: the whole suite runs them once, with all the others. */
export function quickTests() {
  return [
    { name: "import directions and names", command: ["npx", "vitest", "run", "--project", "architecture"] },
    {
      name: "messages in every language",
      command: ["npx", "vitest", "run", "--project", "unit", "tests/unit/messages.test.ts"],
    },
  ];
}
