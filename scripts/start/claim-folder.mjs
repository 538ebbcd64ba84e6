import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ExpectedFault } from "./expected-fault.mjs";
import { processBirth } from "./process-birth.mjs";
import { readRunRecord } from "./run-record.mjs";

/**
 * Makes this process the only supervisor of the data folder. Answers how to let go again.
 * Refuses, with the address, when another one lives.
 */
export function claimFolder(dataFolder) {
  mkdirSync(dataFolder, { recursive: true });
  const claim = join(dataFolder, "supervisor.json");
  const mine = JSON.stringify({ pid: process.pid, birth: processBirth(process.pid) });
  for (;;) {
    try {
      writeFileSync(claim, mine, { flag: "wx" });
      return () => {
        if (readClaim(claim) === mine) rmSync(claim, { force: true });
      };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const held = readClaim(claim);
    if (held && isAlive(held)) throw new ExpectedFault(alreadyRuns(dataFolder));
    discard(claim, held);
  }
}

function readClaim(claim) {
  try {
    return readFileSync(claim, "utf8");
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

/** Two starts may find the same dead claim: whoever moves away a claim that changed meanwhile puts it back. */
function discard(claim, held) {
  const aside = `${claim}.${process.pid}`;
  try {
    renameSync(claim, aside);
    if (readClaim(aside) !== held) renameSync(aside, claim);
    else rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

function alreadyRuns(dataFolder) {
  const { address } = readRunRecord(dataFolder);
  return address
    ? `Plenum runs already in this folder: ${address}`
    : "Plenum is just being started in this folder by another npm start.";
}
