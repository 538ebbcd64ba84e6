import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dispose } from "@livekit/rtc-node";
import { readRunRecord } from "@/scripts/start/processes/run-record.mjs";
import { openStage } from "@/tests/bench/carry/stage";
import { report, rounded } from "@/tests/support/bench-report";
import { type Product, startProduct } from "@/tests/support/product";
import { makeCrowd } from "@/tests/support/scenes/crowd";

/** What the load tool's last line holds of interest here. */
type LoadLine = {
  listeners: number;
  clean: number;
  most: number;
  ended: string;
  lostPercent: number;
  concealedPercent: number;
  bufferMs: number;
  joinP50Ms: number;
  joinP95Ms: number;
  corePercent: Record<string, number>;
  memoryMB: Record<string, number>;
  listeningCorePercent: number;
  machinePercent: number;
};

/**
 * How many listeners hear a stage cleanly, and what each costs the media server: the load tool against the whole product, with
 * one or more people on stage who talk without a pause. `-- --listeners 300 --talkers 1 --seconds 20 --capacity 5000 --ramp 5`.
 * How many it carries is no invariant: the machine that makes the load is the one that carries it.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      listeners: { type: "string", default: "200" },
      talkers: { type: "string", default: "1" },
      seconds: { type: "string", default: "20" },
      capacity: { type: "string", default: "5000" },
      ramp: { type: "string", default: "5" },
    },
  });
  const talkers = Number(values.talkers);
  const product = await startProduct();
  let line: LoadLine | null = null;
  try {
    const databaseUrl = readRunRecord(product.dataFolder).environment?.DATABASE_URL ?? "";
    const crowd = await makeCrowd(databaseUrl, Number(values.listeners) + talkers);
    const room = await openStage(product.url, crowd.splice(0, talkers), Number(values.capacity));
    try {
      const tokens = join(product.dataFolder, "tokens.txt");
      writeFileSync(tokens, crowd.join("\n"));
      const { listeners, seconds, ramp } = values;
      line = await load(product, { room: room.roomId, listeners, seconds, ramp, tokens });
    } finally {
      await room.hangUp();
    }
  } finally {
    await product.stop();
    await dispose();
  }
  report("carry", figuresOf(line, talkers), brokenIn(line));
}

/** Runs the load tool as a person would, beside that product. Answers its last line; null where it ended with a fault. */
async function load(product: Product, options: Record<string, string>): Promise<LoadLine | null> {
  const words = Object.entries({ ...options, url: product.url }).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(process.execPath, ["scripts/load.mjs", ...words], {
    env: { ...process.env, PLENUM_DATA: product.dataFolder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (text: Buffer) => {
    said += text;
    process.stdout.write(text);
  });
  const [code] = await once(child, "exit");
  return code === 0 ? (JSON.parse(said.trimEnd().split("\n").at(-1) ?? "") as LoadLine) : null;
}

function figuresOf(line: LoadLine | null, talkers: number): Record<string, number> {
  if (!line) return { talkers };
  const { corePercent, listeners, clean, most, lostPercent, concealedPercent, bufferMs, joinP50Ms, joinP95Ms } = line;
  const livekit = corePercent.livekit ?? Number.NaN;
  return {
    talkers,
    listeners,
    clean,
    most,
    lostPercent,
    concealedPercent,
    bufferMs,
    joinP50Ms,
    joinP95Ms,
    livekitCorePercent: livekit,
    livekitCorePercentPer100: rounded((livekit * 100) / Math.max(1, listeners), 1),
    livekitMB: line.memoryMB.livekit ?? Number.NaN,
    webCorePercent: corePercent.web ?? Number.NaN,
    workerCorePercent: corePercent.worker ?? Number.NaN,
    relayCorePercent: corePercent.relay ?? Number.NaN,
    listeningCorePercent: line.listeningCorePercent,
    machinePercent: line.machinePercent,
  };
}

function brokenIn(line: LoadLine | null): string[] {
  if (!line) return ["the load tool ended with a fault"];
  return line.clean > 0 ? [] : ["nobody heard the stage cleanly"];
}

await main();
