import { setTimeout as sleep } from "node:timers/promises";
import { isDatabaseAway } from "@/lib/server/postgres/database-fault";
import { log } from "@/lib/server/postgres/log";
import { type DemoStage, demoStage } from "@/lib/server/queries/rooms/demo-stage";
import { DEMO_CAST } from "./demo-cast";
import { DemoTalk } from "./demo-talk";
import { readVoice } from "./read-voice";
import { takeTheStage } from "./take-the-stage";
import type { Voice } from "./voice";

/** How soon a new listener is noticed; the connection of their browser takes longer. */
const LOOK_EVERY_MS = 250;

/** How soon seats are asked for again where the door or the room refused. */
const SEATS_RETRY_MS = 2_000;

/**
 * Plays the demo room until `signal`: its cast take seats by the door like anyone, and talk while somebody listens.
 * While Postgres is away they go on as they were; without a demo room nothing happens.
 */
export async function playDemoVoices(signal: AbortSignal): Promise<void> {
  const voices = new Map<string, Voice>();
  for (const handle of DEMO_CAST) voices.set(handle, await readVoice(handle));
  let talk: { roomId: string; talk: DemoTalk } | null = null;
  let seatsAtMs = 0;

  while (!signal.aborted) {
    const stage = await look();
    if (stage !== undefined) {
      if (talk && talk.roomId !== stage?.roomId) {
        await talk.talk.close();
        talk = null;
      }
      if (stage) {
        talk ??= { roomId: stage.roomId, talk: new DemoTalk(stage, voices) };
        talk.talk.follow(stage);
        if (Date.now() >= seatsAtMs && !allOnStage(stage)) {
          seatsAtMs = Date.now() + SEATS_RETRY_MS;
          await takeTheStage(stage).catch((fault: unknown) => log().warn({ err: fault }, "demo cast not on stage"));
        }
      }
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  await talk?.talk.close();
}

/** The demo room as it is; null where there is none, undefined where Postgres does not say. */
async function look(): Promise<DemoStage | null | undefined> {
  return demoStage(DEMO_CAST).catch((fault: unknown) => {
    log()[isDatabaseAway(fault) ? "debug" : "error"]({ err: fault }, "demo room not read");
    return undefined;
  });
}

const allOnStage = (stage: DemoStage): boolean =>
  stage.cast.every((member) => member.seat && member.seat.role !== "listener");
