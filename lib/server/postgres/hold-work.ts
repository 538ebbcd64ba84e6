import { setTimeout as sleep } from "node:timers/promises";
import { log } from "./log";
import { claimWork, releaseWork, WORK_RENEW_MS } from "./work-lease";

/** Work of one process at a time. `run` goes on until `signal` says to stop, and then cleans up and returns. */
type Work = { name: string; holder: string; run: (held: { fence: bigint; signal: AbortSignal }) => Promise<void> };

/**
 * Does the work whenever this process holds its lease, until `stop`. Waits for a holder elsewhere to die or let go.
 * While Postgres is away nothing is known and the work goes on: nobody else can claim it either.
 * A `run` that throws or returns early is logged and begun again at the next claim.
 */
export async function holdWork(work: Work, stop: AbortSignal): Promise<void> {
  let under: { fence: bigint; end: AbortController; done: Promise<void>; over: boolean } | null = null;
  const end = async (): Promise<void> => {
    const ended = under;
    under = null;
    ended?.end.abort();
    await ended?.done;
  };

  while (!stop.aborted) {
    const fence = await claimWork(work.name, work.holder).catch((fault: unknown) => {
      log().warn({ err: fault, work: work.name }, "lease unknown");
      return undefined;
    });
    if (fence !== undefined && (fence !== under?.fence || under.over)) {
      if (under && fence === null) log().warn({ work: work.name }, "lease lost");
      await end();
      if (fence !== null) under = begin(work, fence);
    }
    await sleep(WORK_RENEW_MS, undefined, { signal: stop }).catch(() => undefined);
  }
  await end();
  await releaseWork(work.name, work.holder).catch(() => undefined);
}

function begin(work: Work, fence: bigint) {
  log().info({ work: work.name, fence: Number(fence) }, "lease held");
  const end = new AbortController();
  const begun = { fence, end, over: false, done: Promise.resolve() };
  begun.done = work
    .run({ fence, signal: end.signal })
    .catch((fault: unknown) => log().error({ err: fault, work: work.name }, "work failed"))
    .finally(() => {
      begun.over = true;
    });
  return begun;
}
