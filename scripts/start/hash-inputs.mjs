import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PROJECT } from "./folders.mjs";
import { aloneInBuild } from "./processes/claim-build.mjs";

/** Made by the build itself, or by nobody who builds. */
const NOT_INPUTS = new Set(["node_modules", ".next", ".plenum", "generated", "next-env.d.ts"]);

/**
 * One hash over all files below the given paths: what was built from them needs no building while it stays the same.
 * @param {string[]} paths files and folders of the project
 */
export function hashInputs(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths) addPath(hash, path);
  return hash.digest("hex");
}

/**
 * Does the work, alone, if the inputs changed since it was done last or its result is gone.
 * @param {{ stamp: string, inputs: string[], result: string }} what
 * @param {() => Promise<unknown>} work
 * @returns {Promise<boolean>} whether it worked
 */
export function onceForInputs({ stamp, inputs, result }, work) {
  return aloneInBuild(async () => {
    const now = hashInputs(inputs);
    if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return false;
    // A build that breaks off leaves a torn result, which the old stamp must not call whole.
    rmSync(stamp, { force: true });
    await work();
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, now);
    return true;
  });
}

function addPath(hash, path) {
  const full = join(PROJECT, path);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    hash.update(`${path}\0`).update(readFileSync(full));
    return;
  }
  for (const entry of readdirSync(full).sort()) if (!NOT_INPUTS.has(entry)) addPath(hash, `${path}/${entry}`);
}
