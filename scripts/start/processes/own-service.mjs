import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { BUILD, PROJECT } from "../folders.mjs";

/**
 * One of our own processes, run from its bundle.
 * @param {"web" | "worker" | "relay"} name
 * @param {Record<string, string | undefined>} env
 * @returns {import("./supervise.mjs").Service}
 */
export function ownService(name, env) {
  return {
    name,
    command: process.execPath,
    args: ["--enable-source-maps", join(BUILD, `${name}.mjs`)],
    cwd: PROJECT,
    // The same at each restart: whoever comes after a dead process takes over what that one held.
    env: { ...env, PLENUM_HOLDER: randomUUID() },
    readyLine: '"msg":"ready"',
  };
}
