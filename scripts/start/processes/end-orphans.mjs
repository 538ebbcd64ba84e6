import { endProcess } from "./end-process.mjs";
import { processBirth } from "./process-birth.mjs";
import { forgetRunRecord, readRunRecord } from "./run-record.mjs";
import { STOP_GRACE_MS, sortToStop } from "./stop-order.mjs";

/**
 * Ends what a killed supervisor left running, in the order of a stop. Answers the names of those that still lived.
 * @param {string} dataFolder
 */
export async function endOrphans(dataFolder, graceMs = STOP_GRACE_MS) {
  const ended = [];
  for (const child of sortToStop(readRunRecord(dataFolder).children)) {
    if (child.birth === null || processBirth(child.pid) !== child.birth) continue;
    await endProcess(child, graceMs);
    ended.push(child.name);
  }
  forgetRunRecord(dataFolder);
  return ended;
}
