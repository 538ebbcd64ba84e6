import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Page } from "@playwright/test";
import { DATA } from "@/scripts/start/folders.mjs";
import { findLiveKit } from "@/scripts/start/livekit/find.mjs";
import { readSettings } from "@/scripts/start/settings.mjs";
import { median, report, rounded } from "@/tests/support/bench-report";
import { isInside, runInside, type Weather, whyNoBadNetwork } from "@/tests/support/network/bad-network";
import { changeAddress, cutFor } from "./far/cuts";
import { firstSounds } from "./far/first-sounds";
import { concealedPercent } from "./far/losses";
import { bringUp, enter, openScene, type Scene } from "./far/scene";

/** Nothing is measured where no bad network can be made. */
const NOT_HERE = 3;

const WEATHERS: Record<string, Required<Omit<Weather, "cut">>> = {
  rtt80: { delayMs: 40, jitterMs: 0, lossPercent: 0 },
  rtt200: { delayMs: 100, jitterMs: 0, lossPercent: 0 },
  rtt80lossy: { delayMs: 40, jitterMs: 0, lossPercent: 5 },
  rtt200lossy: { delayMs: 100, jitterMs: 0, lossPercent: 5 },
};
const CLEAR = { delayMs: 40, jitterMs: 0, lossPercent: 0 };
const LOSS_JITTER_MS = 30;
const LISTEN_MS = 10_000;
/** Between two cuts, so that one is not taken for the other. */
const CALM_MS = 3_000;
/** Whoever is away for longer comes back muted. */
const MUTED_FROM_S = 20;

const DEFAULTS = { samples: "2", weathers: Object.keys(WEATHERS).join(), losses: "10,20", cuts: "5,25" };

type Findings = { figures: Record<string, number>; broken: string[] };

/**
 * A room from far away: click to first sound beside a bare LiveKit page, what is said of a cut and how soon sound is back after it,
 * and how much of a voice has to be made up where packets are lost. Within three minutes; `--samples 10 --cuts 5,25,70` for longer.
 * `--samples`: first sounds in each of `--weathers`; `--losses`: in percent; `--cuts`: in seconds.
 */
async function main(): Promise<void> {
  const options = Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, { type: "string" as const }]));
  const wanted = { ...DEFAULTS, ...parseArgs({ options }).values } as typeof DEFAULTS;
  const findings: Findings = { figures: {}, broken: [] };
  const scene = await openScene();
  try {
    for (const name of listOf(wanted.weathers)) await timeFirstSounds(scene, name, Number(wanted.samples), findings);
    await scene.network.change(CLEAR);
    const far = await twoFarAway(scene);
    for (const percent of listOf(wanted.losses)) await hearLosses(scene, far.listener, Number(percent), findings);
    await scene.network.change(CLEAR);
    for (const seconds of listOf(wanted.cuts)) {
      await far.listener.waitForTimeout(CALM_MS);
      const isMuted = Number(seconds) >= MUTED_FROM_S;
      note(`cut${seconds}`, await cutFor(scene, far, Number(seconds)), isMuted, findings);
    }
    await far.listener.waitForTimeout(CALM_MS);
    const wasMuted = listOf(wanted.cuts).some((seconds) => Number(seconds) >= MUTED_FROM_S);
    note("address", await changeAddress(scene, far), wasMuted, findings);
  } finally {
    await scene.close();
  }
  report("far", findings.figures, findings.broken);
}

async function timeFirstSounds(scene: Scene, name: string, samples: number, { figures, broken }: Findings) {
  const weather = WEATHERS[name];
  if (!weather) throw new Error(`Which weather? ${Object.keys(WEATHERS).join(", ")}`);
  await scene.network.change(weather);
  const { room, bare } = await firstSounds(scene, samples);
  const [heard, heardBare] = [present(room), present(bare)];
  if (heard.length < room.length) broken.push(`${name}: no sound in ${room.length - heard.length} of ${room.length}`);
  figures[`${name}P50Ms`] = rounded(median(heard));
  figures[`${name}MaxMs`] = rounded(Math.max(...heard));
  figures[`${name}BareP50Ms`] = rounded(median(heardBare));
  figures[`${name}BareMaxMs`] = rounded(Math.max(...heardBare));
}

/** Dev listens and Cleo speaks. */
async function twoFarAway(scene: Scene) {
  const [dev, cleo] = [await scene.far("dev"), await scene.far("cleo")];
  for (const { page } of [dev, cleo]) await enter(page, scene.product, scene.roomId);
  await bringUp(scene, cleo);
  return { listener: dev.page, speaker: cleo.page };
}

async function hearLosses(scene: Scene, page: Page, lossPercent: number, { figures }: Findings): Promise<void> {
  await scene.network.change({ lossPercent, jitterMs: LOSS_JITTER_MS });
  const { all, heard } = await concealedPercent(page, LISTEN_MS);
  figures[`loss${lossPercent}ConcealedPercent`] = rounded(all, 1);
  figures[`loss${lossPercent}HeardConcealedPercent`] = rounded(heard, 1);
}

function note(name: string, cut: Awaited<ReturnType<typeof cutFor>>, isMuted: boolean, { figures, broken }: Findings) {
  for (const [who, { saidMs, backMs }] of Object.entries({ Listener: cut.listener, Speaker: cut.speaker })) {
    if (saidMs !== null) figures[`${name}${who}SaidMs`] = rounded(saidMs);
    if (backMs === null) broken.push(`${name}: the ${who.toLowerCase()} never heard the stage again`);
    else figures[`${name}${who}BackMs`] = rounded(backMs);
  }
  figures[`${name}SpeakerToldUnheard`] = Number(cut.speaker.notice === "unheard");
  if (isMuted) return;
  if (cut.speaker.heardMs === null) broken.push(`${name}: the stage never heard the speaker again`);
  else figures[`${name}SpeakerHeardMs`] = rounded(cut.speaker.heardMs);
}

const listOf = (names: string): string[] => names.split(",").filter((name) => name !== "");

const present = (times: (number | null)[]): number[] => times.filter((time) => time !== null);

if (isInside()) await main();
else {
  const why = whyNoBadNetwork();
  if (why) console.error(why);
  // Within the network nothing can be fetched, and a fresh clone has no media server yet.
  else await findLiveKit(readSettings(), DATA, console.info);
  process.exitCode = why
    ? NOT_HERE
    : await runInside(["--enable-source-maps", fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
}
