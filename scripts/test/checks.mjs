/** Each check by its name and the command that exits with 0 where it holds. Message files and import directions are vitest's. */
export function checks() {
  return [
    { name: "format and lint", command: ["npx", "biome", "ci", "."] },
    { name: "types", command: ["npx", "tsc", "--noEmit", "-p", "."] },
    { name: "import directions", command: ["npx", "vitest", "run", "--project", "architecture"] },
    { name: "dead code", command: ["npx", "knip", "--no-progress"] },
    {
      name: "messages in every language",
      command: ["npx", "vitest", "run", "--project", "unit", "tests/unit/messages.test.ts"],
    },
    { name: "OpenAPI up to date", command: ["node", "scripts/openapi.mjs", "--check"] },
  ];
}
