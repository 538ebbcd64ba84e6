import { relative } from "node:path";
import { isListeningOnly } from "./address.mjs";
import { ExpectedFault } from "./expected-fault.mjs";
import { DATA } from "./folders.mjs";
import { claimFolder } from "./processes/claim-folder.mjs";
import { endOrphans } from "./processes/end-orphans.mjs";
import { endCommands } from "./processes/run-command.mjs";
import { forgetRunRecord, readRunRecord, writeRunRecord } from "./processes/run-record.mjs";
import { createSupervisor } from "./processes/supervise.mjs";
import { bold, dim, green, red, say, step } from "./say.mjs";
import { takeSteps } from "./take-steps.mjs";

/**
 * Starts everything and keeps it running until Ctrl-C. Ends the process with 0 after a stop, with 1 after a fault or
 * when another start holds the folder.
 * @param {{ dev: boolean, lan: boolean, steps?: typeof takeSteps }} wanted `steps` are others in tests
 */
export async function start({ dev, lan, steps = takeSteps }) {
  const from = performance.now();
  const release = claimOrExit();
  const record = { children: readRunRecord(DATA).children };
  const supervisor = createSupervisor({ dataFolder: DATA, onChildren: (children) => tell({ children }) });
  const tell = (facts) => writeRunRecord(DATA, Object.assign(record, facts));
  const stop = stopOnSignals(supervisor, release);
  try {
    say(`\n${bold("Plenum")}`);
    if (record.children.length > 0)
      await step("Left-overs", async (note) => note((await endOrphans(DATA)).join(", ") || "none"));
    const url = await steps({ supervisor, dev, lan, tell });
    if (stop.wanted) return;
    say(`\n  ${green("Ready:")} ${bold(url)}  ${dim(`after ${((performance.now() - from) / 1000).toFixed(1)} s`)}`);
    if (isListeningOnly(url))
      say(dim("  Listening only: browsers give a microphone to https and to this machine alone."));
    say(dim(`  Ctrl-C ends it. Logs are in ${relative(process.cwd(), DATA)}/logs\n`));
  } catch (fault) {
    if (stop.wanted) return;
    say(`\n${red(inWords(fault))}`);
    await stop.now(1);
  }
}

function claimOrExit() {
  try {
    return claimFolder(DATA);
  } catch (fault) {
    say(red(inWords(fault)));
    process.exit(1);
  }
}

const inWords = (fault) => (fault instanceof ExpectedFault ? fault.message : (fault.stack ?? String(fault)));

/** Ctrl-C, a polite kill and a closed terminal all end everything in order. */
function stopOnSignals(supervisor, release) {
  const stop = {
    wanted: false,
    async now(code) {
      stop.wanted = true;
      endCommands();
      await supervisor.stop();
      forgetRunRecord(DATA);
      release();
      process.exit(code);
    },
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (stop.wanted) return;
      say(dim("\n  Stopping …"));
      stop.now(0).catch((fault) => {
        say(red(inWords(fault)));
        process.exit(1);
      });
    });
  }
  return stop;
}
