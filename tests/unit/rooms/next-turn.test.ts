import { expect, it } from "vitest";
import { nextTurn, STREAMS, type Stream } from "@/lib/worker/next-turn";
import { Pace } from "@/lib/worker/pace";

/** Sends whatever waits for `forMs`, where these streams always wait. Answers what was sent when. */
function run(always: Stream[], forMs: number, alsoAt: { stream: Stream; at: number }[] = []) {
  const pace = new Pace();
  const sentAt: Partial<Record<Stream, number>> = {};
  const sent: { stream: Stream; at: number }[] = [];
  const once = [...alsoAt];
  for (let now = 0; now < forMs; now += 10) {
    const waiting = new Set([...always, ...once.filter(({ at }) => at <= now).map(({ stream }) => stream)]);
    const turn = nextTurn(waiting, sentAt, pace, now);
    if (!turn || turn.waitMs > 0) continue;
    pace.pass(now);
    sentAt[turn.stream] = now;
    sent.push({ stream: turn.stream, at: now });
    const done = once.findIndex(({ stream, at }) => stream === turn.stream && at <= now);
    if (done >= 0) once.splice(done, 1);
  }
  return sent;
}

it("what must be seen by all goes first, what passes last", () => {
  expect(run([...STREAMS], 10)).toEqual([{ stream: "everyone", at: 0 }]);
  expect(run([...STREAMS], 40).map(({ stream }) => stream)).toEqual(STREAMS.slice(0, 4));
});

it("no stream waits for good, however much the others have to say", () => {
  const sent = run([...STREAMS], 20_000);
  for (const stream of STREAMS) expect(sent.filter((one) => one.stream === stream).length).toBeGreaterThanOrEqual(10);
});

it("an act that all must see goes out at once while hands pour in", () => {
  const sent = run(["moderators", "passing"], 5_000, [{ stream: "everyone", at: 2_530 }]);
  expect(sent.find(({ stream }) => stream === "everyone")?.at).toBe(2_530);
});

it("what passes is sent once a second at most", () => {
  const times = run(["passing"], 5_000).map(({ at }) => at);
  expect(times).toEqual([0, 1_000, 2_000, 3_000, 4_000]);
});

it("a stream that has much to say leaves one place of the four free", () => {
  expect(run(["moderators"], 1_000)).toHaveLength(3);
});
