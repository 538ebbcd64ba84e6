import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { processBirth } from "./process-birth.mjs";

/**
 * Tries to be the only living process that holds the file. A dead holder's claim is void.
 * @param {string} file
 * @returns {(() => void) | null} how to let go, or null while another one lives
 */
export function tryClaim(file) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, birth: processBirth(process.pid) });
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: "wx" });
      return () => {
        if (readClaim(file) === mine) rmSync(file, { force: true });
      };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const held = readClaim(file);
    if (held && isAlive(held)) return null;
    discard(file, held);
  }
}

function readClaim(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function isAlive(text) {
  try {
    const { pid, birth } = JSON.parse(text);
    return birth !== null && processBirth(pid) === birth;
  } catch {
    return false;
  }
}

/** Two may find the same dead claim: whoever moves away a claim that changed meanwhile puts it back. */
function discard(file, held) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readClaim(aside) !== held) renameSync(aside, file);
    else rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}
