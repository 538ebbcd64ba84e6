import { setTimeout as sleep } from "node:timers/promises";
import { awayService } from "@/lib/domain/service-away";
import { listMediaRooms } from "@/lib/media/mirror";
import { log } from "@/lib/server/postgres/log";
import { type SeenRooms, sweepOnce } from "./sweep-once";

/** Source: mechanics, sweep. */
const SWEEP_EVERY_MS = 5_000;

/** How often LiveKit is asked for one room between sweeps: a server that restarted must have its rooms again within a second. */
const WATCH_MS = 400;

/** How often it is tried while LiveKit is away. */
const AWAY_MS = 300;

/** Sweeps until `signal`, while this process holds the work lease `sweep` under `fence`. */
export async function runSweep(fence: bigint, signal: AbortSignal): Promise<void> {
  let away = false;
  while (!signal.aborted) {
    const seen = await trySweep(fence);
    if ((seen === null) !== away) log().warn(away ? "media server is back" : "media server is away");
    away = seen === null;
    if (seen) await watch(seen, signal);
    else await pause(AWAY_MS, signal);
  }
}

/** Answers null while LiveKit is away. Other faults are logged, and the next sweep tries again. */
async function trySweep(fence: bigint): Promise<SeenRooms | null> {
  try {
    return await sweepOnce(fence);
  } catch (fault) {
    if (awayService(fault) === "media") return null;
    log().error({ err: fault }, "sweep failed");
    return new Map();
  }
}

/** Waits for the next sweep; cut short where LiveKit does not answer, or one of the rooms is not the same any more. */
async function watch(seen: SeenRooms, signal: AbortSignal): Promise<void> {
  const until = performance.now() + SWEEP_EVERY_MS;
  const [one] = seen;
  while (!signal.aborted && performance.now() < until) {
    await pause(WATCH_MS, signal);
    if (one && !(await stands(one))) return;
  }
}

async function stands([roomId, sid]: [string, string]): Promise<boolean> {
  try {
    return (await listMediaRooms([roomId])).get(roomId) === sid;
  } catch {
    return false;
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);
