import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What runs, for the next start, for `npm run plenum` and for tests.
 * @typedef {{ name: string, pid: number, birth: string | null, stopSignal: NodeJS.Signals }} RecordedChild
 * @typedef {{ address?: string, environment?: Record<string, string>, children: RecordedChild[] }} RunRecord
 */
const placeOf = (dataFolder) => join(dataFolder, "run.json");

/** @returns {RunRecord} */
export function readRunRecord(dataFolder) {
  try {
    return JSON.parse(readFileSync(placeOf(dataFolder), "utf8"));
  } catch {
    return { children: [] };
  }
}

/** Replaces the record in one step, so that a start killed in the middle leaves the old one or the new one. */
export function writeRunRecord(dataFolder, record) {
  const fresh = `${placeOf(dataFolder)}.${process.pid}`;
  // It carries the children's environment, secrets included.
  writeFileSync(fresh, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, placeOf(dataFolder));
}

export function forgetRunRecord(dataFolder) {
  rmSync(placeOf(dataFolder), { force: true });
}
