import { join } from "node:path";
import { BUILD } from "../folders.mjs";
import { tryClaim } from "./claim.mjs";

const TRY_EVERY_MS = 200;

/**
 * Waits until no other start works on packages or builds of this clone, then does the work alone. Starts with data
 * folders of their own share both.
 * @template Value
 * @param {() => Promise<Value>} work
 */
export async function aloneInBuild(work) {
  const file = join(BUILD, "claim.json");
  let release = tryClaim(file);
  while (!release) {
    await new Promise((wake) => setTimeout(wake, TRY_EVERY_MS));
    release = tryClaim(file);
  }
  try {
    return await work();
  } finally {
    release();
  }
}
