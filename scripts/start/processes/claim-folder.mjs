import { join } from "node:path";
import { ExpectedFault } from "../expected-fault.mjs";
import { tryClaim } from "./claim.mjs";
import { readRunRecord } from "./run-record.mjs";

/**
 * Makes this process the only supervisor of the data folder. Answers how to let go again.
 * Refuses, with the address, when another one lives.
 */
export function claimFolder(dataFolder) {
  const release = tryClaim(join(dataFolder, "supervisor.json"));
  if (release) return release;
  const { address } = readRunRecord(dataFolder);
  throw new ExpectedFault(
    address
      ? `Plenum runs already in this folder: ${address}`
      : "Plenum is just being started in this folder by another npm start.",
  );
}
