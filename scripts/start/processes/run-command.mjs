import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ExpectedFault } from "../expected-fault.mjs";
import { PROJECT } from "../folders.mjs";

const SHOWN_LINES = 30;
const running = new Set();

/**
 * Runs one command of a step to its end, in a process group of its own; what it says goes to a log.
 * Refuses with its last lines when it fails. Answers its standard output.
 * @param {string} name the log's name
 * @param {string[]} command
 * @param {{ dataFolder: string, env?: Record<string, string | undefined>, cwd?: string }} options
 * @returns {Promise<string>}
 */
export function runCommand(name, [command, ...args], { dataFolder, env = process.env, cwd = PROJECT }) {
  const folder = join(dataFolder, "logs");
  mkdirSync(folder, { recursive: true });
  const log = createWriteStream(join(folder, `${name}.log`));
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let output = "";
    let everything = "";
    const keep = (chunk) => {
      everything = (everything + chunk).slice(-20_000);
      log.write(chunk);
    };
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      output += chunk;
      keep(chunk);
    });
    child.stderr.setEncoding("utf8").on("data", keep);
    child.once("error", (error) => {
      running.delete(child);
      log.end();
      reject(new ExpectedFault(`${command} could not be run: ${error.message}`));
    });
    child.once("close", (code) => {
      running.delete(child);
      log.end();
      if (code === 0) return resolve(output);
      const lines = everything.trimEnd().split("\n").slice(-SHOWN_LINES).join("\n");
      reject(new ExpectedFault(`${lines}\n\n${[command, ...args].join(" ")} failed (${code}); all of it: ${log.path}`));
    });
  });
}

/** Ends the commands that still run, for a Ctrl-C in the middle of a start. */
export function endCommands() {
  for (const child of running) {
    try {
      process.kill(-child.pid, "SIGTERM");
    } catch {
      // It ended by itself meanwhile.
    }
  }
}
