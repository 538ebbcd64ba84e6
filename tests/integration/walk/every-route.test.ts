import { afterAll, beforeAll, describe, expect, it } from "vitest";
import openapi from "@/lib/wire/openapi.json";
import { FakeMedia } from "@/tests/support/fake-media";
import { askedOf, CALLERS, type Row, statusesOf } from "@/tests/support/walk/row";
import { rowsOfHouse } from "@/tests/support/walk/rows-of-house";
import { EVERY_OPERATION, sendRow } from "@/tests/support/walk/send-row";
import { openWalk, type Walk } from "@/tests/support/walk/walk-scene";
import { TABLE } from "./table";

/** Those for whom what is hidden is not there. */
const IN_THE_DARK = ["nobody", "guest", "stranger", "banned", "leader"] as const;

/** What an answer carries besides, which differs from one to the next. */
const OF_EACH_ANSWER = ["date", "x-request-id", "retry-after"];

const media = new FakeMedia();
beforeAll(() => media.start());
afterAll(() => media.stop());

it("has a row for every operation of openapi.json and every route besides, and none for what is not there", () => {
  const said = Object.entries(openapi.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(said.filter((operation) => !EVERY_OPERATION.includes(operation))).toEqual([]);
  expect(Object.keys(TABLE).toSorted()).toEqual(EVERY_OPERATION.toSorted());
});

describe("every route answers every caller as the table says", () => {
  it.for(Object.entries(TABLE))("%s", async ([operation, row]) => {
    expect(statusesOf(row)).toHaveLength(CALLERS.length);
    const walk = await openWalk(media);
    await tellsNothingHidden(operation, row, walk);
    expect(await answersOf(operation, row, walk)).toEqual({ answers: statusesOf(row), written: [] });
    const succeeds = statusesOf(row).some((status) => status < 400);
    expect(succeeds, "somebody can do it, or the row says why not").toBe(askedOf(row).never === undefined);
  });
});

/** To whoever may not know of it, what is hidden answers to the byte as what was never there. */
async function tellsNothingHidden(operation: string, row: Row, walk: Walk): Promise<void> {
  if (askedOf(row).secret) return;
  for (const as of IN_THE_DARK) {
    const unknown = await sendRow(operation, row, { walk, as, unknown: true });
    if (!unknown) continue;
    expect(whole(await sendRow(operation, row, { walk, as })), `to ${as}`).toEqual(whole(unknown));
  }
}

const whole = (answer: Awaited<ReturnType<typeof sendRow>>) => ({
  status: answer?.status,
  text: answer?.text,
  headers: [...(answer?.headers ?? [])].filter(([name]) => !OF_EACH_ANSWER.includes(name)),
});

/**
 * The statuses that all callers are answered, one after the other, and what refused ones have changed: nothing. Whoever is banned
 * is answered by their old token as by their old cookie, or told that it is none.
 */
async function answersOf(operation: string, row: Row, walk: Walk) {
  const answers: number[] = [];
  const written: string[] = [];
  let before: Record<string, string> | null = null;
  const compare = async () => {
    const after = before && (await rowsOfHouse());
    for (const [name, rows] of Object.entries(after ?? {})) if (before?.[name] !== rows) written.push(name);
    before = null;
  };
  for (const [place, as] of CALLERS.entries()) {
    const refused = (statusesOf(row)[place] ?? 0) >= 400;
    if (refused) before ??= await rowsOfHouse();
    else await compare();
    const { status } = (await sendRow(operation, row, { walk, as })) ?? { status: 0 };
    answers.push(status);
    if (as !== "banned") continue;
    const byToken = await sendRow(operation, row, { walk, as, byToken: true });
    expect([status, 401], "by an old token").toContain(byToken?.status);
  }
  await compare();
  return { answers, written };
}
