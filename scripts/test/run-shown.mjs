import { spawn } from "node:child_process";

/**
 * Runs a command with its output on this terminal and no input. Answers its exit code, 1 where it could not be run.
 * @param {string[]} command
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<number>}
 */
export function runShown([command, ...args], env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env,
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    child.once("error", (fault) => {
      process.stderr.write(`${command}: ${fault.message}\n`);
      resolve(1);
    });
    child.once("close", (code) => resolve(code ?? 1));
  });
}
