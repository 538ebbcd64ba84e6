import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./folders.mjs";

/** No package's install script runs: they would download binaries from places that are no package registry. */
export const INSTALL_COMMAND = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/** Whether node_modules holds what package-lock.json says, as npm itself noted it there. */
export function isInstalled() {
  try {
    const wanted = readLock("package-lock.json");
    const present = readLock("node_modules/.package-lock.json");
    return Object.entries(wanted).every(([place, { version, optional }]) => {
      // Builds for other platforms are absent rightly.
      return place === "" || present[place]?.version === version || (optional && !present[place]);
    });
  } catch {
    return false;
  }
}

const readLock = (path) => JSON.parse(readFileSync(join(PROJECT, path), "utf8")).packages;
