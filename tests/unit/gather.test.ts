import { expect, it, vi } from "vitest";
import { awayService } from "@/lib/domain/service-away";
import { gather } from "@/lib/server/postgres/gather";

it("asks once for all who ask at the same moment, and again for those who come meanwhile", async () => {
  const batches: number[][] = [];
  const double = gather(async (keys: number[]) => {
    batches.push(keys);
    return keys.map((key) => key * 2);
  });
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(await double(4)).toBe(8);
  expect(batches).toEqual([[1, 2, 3], [4]]);
});

it("nobody waits longer than the patience behind a look-up that hangs, and is not looked up once told so", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let release = () => {};
  const asked: string[][] = [];
  const ask = gather(async (keys: string[]) => {
    asked.push(keys);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return keys;
  }, 1_000);
  const told = (key: string) =>
    ask(key).then(
      () => "answered",
      (fault: unknown) => awayService(fault),
    );
  const first = told("first");
  await vi.waitFor(() => expect(asked).toEqual([["first"]]));
  await vi.advanceTimersByTimeAsync(600);
  const second = told("second");
  await vi.advanceTimersByTimeAsync(400);
  expect(await first).toBe("database");
  await vi.advanceTimersByTimeAsync(600);
  expect(await second).toBe("database");
  const third = told("third");
  release();
  await vi.waitFor(() => expect(asked).toEqual([["first"], ["third"]]));
  release();
  expect(await third).toBe("answered");
  vi.useRealTimers();
});
