import { PROJECT } from "./start/folders.mjs";

/** How a TypeScript entry of ours becomes a file for Node. Packages stay outside: they are installed anyway, and some hold native parts. */
export const BUNDLING = {
  absWorkingDir: PROJECT,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
};
