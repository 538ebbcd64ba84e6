import { watchBundles } from "../../build.mjs";
import { BUILD } from "../folders.mjs";
import { dim, say } from "../say.mjs";

/**
 * `npm run dev`: bundles again what one edits and restarts a process whose bundle changed. Pages are Next's own
 * affair, which swaps them in the browser; the web process restarts only when its door or its server changed.
 * @param {{ restart: (name: string) => Promise<void> }} supervisor
 */
export async function watchProcesses(supervisor) {
  const restarted = new Set(["web", "worker", "relay"]);
  await watchBundles(BUILD, (name) => {
    if (!restarted.has(name)) return;
    say(dim(`  ${name} changed`));
    supervisor.restart(name).catch((fault) => say(fault.message));
  });
}
