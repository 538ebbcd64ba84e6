import { expect, type Page } from "@playwright/test";
import type { RecordingView } from "@/lib/wire/recording/views";
import { test } from "@/tests/e2e/support/bare";
import { expectSilence, expectTone } from "@/tests/e2e/support/hear";
import type { Person } from "@/tests/e2e/support/people";
import { bringUp, expectState, listen, openTheStage, passOf, speak } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";
import { decodeOgg, toneLevels } from "@/tests/support/ogg";
import { askDatabase, pidOf } from "@/tests/support/running";

/** Levels within a tenth of a second. What lies between is neither a tone nor silence: a tone that stutters spreads into others. */
const HEARD_DB = -28;
const SILENT_DB = -60;

/** Source: behaviours 41, and the gate. */
const LONGEST_GAP_MS = 5_000;

const press = async ({ page }: Person, entry: "Record the stage" | "Stop recording"): Promise<void> => {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: entry, exact: true }).click();
};

const answer = ({ page }: Person, words: string): Promise<void> =>
  page.getByRole("dialog", { name: "This stage is being recorded" }).getByRole("button", { name: words }).click();

const recordingsOf = async (person: Person, roomId: string): Promise<RecordingView[]> =>
  (await person.call<{ recordings: RecordingView[] }>("GET", `/api/rooms/${roomId}/recordings`)).recordings;

async function fileOf({ context }: Person, roomId: string, recordingId: string): Promise<Buffer> {
  const address = `/api/rooms/${roomId}/recordings/${recordingId}/sound`;
  return (await context.request.get(address)).body();
}

/** From when to when a tone was recorded, in seconds; null where it never was. */
function heardFromTo(samples: Int16Array, hz: number): { from: number; to: number } | null {
  const tenths = toneLevels(samples, hz).flatMap((level, tenth) => (level > HEARD_DB ? [tenth] : []));
  return tenths.length === 0 ? null : { from: (tenths[0] ?? 0) / 10, to: (tenths.at(-1) ?? 0) / 10 };
}

/** The highest peak between two seconds, in dB of full scale. */
function loudestOf(samples: Int16Array, from: number, to: number): number {
  const peak = samples
    .subarray(from * 48_000, to * 48_000)
    .reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0);
  return 20 * Math.log10(Math.max(1, peak) / 32_768);
}

/** Speaks for a few seconds, heard by that other person. */
async function speakAWhile(speaker: Person, hz: number, listener: Person): Promise<void> {
  await speak(speaker);
  await expectTone(listener.page, hz);
  await listener.page.waitForTimeout(2_500);
  await speak(speaker, false);
  await expectSilence(listener.page, hz);
}

/** Who was on the stage and agreed stands in a row each; nothing tells of who did not. */
async function expectTimeline(page: Page, { shown, left }: { shown: string[]; left: string }): Promise<void> {
  const rows = page.getByTestId("stage-timeline").getByRole("listitem");
  await expect(rows).toHaveText(shown.map((name) => new RegExp(name)));
  await expect(page.getByTestId("replay")).not.toContainText(left);
}

/** The chat is marked at the moment that is heard, and a tap on a line plays from there. */
async function expectChatFollows(page: Page, { id }: RecordingView): Promise<void> {
  const lines = page.getByTestId("replay-chat").getByRole("listitem");
  const player = page.getByTestId("replay").locator("audio");
  await expect(lines).toHaveCount(2);
  await lines
    .nth(0)
    .getByRole("link", { name: /^\d+:\d\d$/ })
    .click();
  await expect(lines.nth(0)).toHaveAttribute("aria-current", "true");
  expect(new URL(page.url()).hash).toMatch(new RegExp(`^#${id}-\\d+$`));
  await expect(lines.nth(0).getByRole("link", { name: "https://example.org" })).toHaveAttribute("rel", /noopener/);
  await player.evaluate((element: HTMLAudioElement) => {
    element.currentTime = element.duration - 0.5;
  });
  await expect(lines.nth(1)).toHaveAttribute("aria-current", "true");
  await expect(lines.nth(0)).not.toHaveAttribute("aria-current", "true");
}

/** Chapters and the stage are read without script. */
async function expectReadWithoutScript({ context }: Person, roomId: string): Promise<void> {
  const html = await (await context.request.get(`/rooms/${roomId}`)).text();
  expect(html).toContain("Who speaks when");
  expect(html).toContain("On the stage");
}

/** As programs for podcasts do, which are nobody: the length first, then a part; and not again what they hold. */
async function expectFetchedByAnybody(address: string, bytes: number): Promise<void> {
  const head = await fetch(address, { method: "HEAD" });
  const told = ["content-length", "accept-ranges", "content-type"].map((name) => head.headers.get(name));
  expect([head.status, ...told]).toEqual([200, String(bytes), "bytes", "audio/ogg"]);
  const part = await fetch(address, { headers: { range: "bytes=10-109" } });
  const range = ["content-length", "content-range"].map((name) => part.headers.get(name));
  expect([part.status, ...range]).toEqual([206, "100", `bytes 10-109/${bytes}`]);
  expect((await part.arrayBuffer()).byteLength).toBe(100);
  const etag = head.headers.get("etag") ?? "";
  expect((await fetch(address, { headers: { "if-none-match": etag } })).status).toBe(304);
}

test("a recording holds the voices of those who agreed, in their order, and nobody else's", async ({
  arrive,
  intrude,
  product,
  adasRoom: { id: roomId, ada },
}) => {
  test.setTimeout(150_000);
  const [ben, cleo, dev] = [await arrive("ben"), await arrive("cleo"), await arrive("dev")];
  const eve = await arrive("eve");
  await openTheStage(ada, roomId, ben, cleo, dev);
  await speak(ada, false);
  for (const person of [ben, cleo]) await bringUp(ada, person, roomId);

  await press(ada, "Record the stage");
  for (const { page } of [ada, ben, cleo, dev]) await expect(page.getByTestId("recording")).toBeVisible();
  await expect(dev.page.getByRole("dialog")).toHaveCount(0);
  await answer(ben, "Record my voice");
  await answer(cleo, "Not my voice");
  await expect(cleo.page.getByTestId("recording")).toContainText("without your voice");
  const late = await arrive("guest");
  await listen(late, roomId);
  await expect(late.page.getByTestId("recording")).toBeVisible();

  const written = async (person: Person, text: string): Promise<void> => {
    await person.call("POST", `/api/rooms/${roomId}/chat`, { text });
  };
  const hostile = await intrude();
  expect(await hostile.connect(await passOf(eve, roomId))).toBe("in");
  await hostile.send(TONES.eve);
  await speakAWhile(ada, TONES.ada, late);
  await written(dev, "After Ada, see https://example.org");
  await speakAWhile(ben, TONES.ben, late);
  await written(eve, "After Ben");
  await speakAWhile(cleo, TONES.cleo, late);
  await ben.page.getByTestId("recording").click();
  await answer(ben, "No longer record me");
  await expect(ben.page.getByTestId("recording")).toContainText("without your voice");
  await speakAWhile(ben, TONES.ben, late);
  await press(ada, "Stop recording");
  for (const { page } of [ada, ben, late]) await expect(page.getByTestId("recording")).toHaveCount(0);
  await ada.call("DELETE", `/api/rooms/${roomId}`);

  await expect.poll(async () => (await recordingsOf(ada, roomId)).length).toBe(1);
  const [recording] = (await recordingsOf(ada, roomId)) as [RecordingView];
  const file = await fileOf(ada, roomId, recording.id);
  const samples = decodeOgg(file);
  const [first, second] = [heardFromTo(samples, TONES.ada), heardFromTo(samples, TONES.ben)];
  if (!first || !second) throw new Error("a voice is missing");
  expect(first.to - first.from).toBeGreaterThan(2);
  expect(second.to - second.from).toBeGreaterThan(2);
  // What he said after he had taken his word back is not in it.
  expect(second.to - second.from).toBeLessThan(6);
  expect(second.from).toBeGreaterThan(first.to);
  // Eve sends all the time, and Cleo after Ben: nothing of it is where neither Ada nor Ben is heard.
  expect(loudestOf(samples, first.to + 0.5, second.from - 0.5)).toBeLessThan(SILENT_DB);
  expect(samples.length / 48_000 - second.to).toBeGreaterThan(5);
  expect(loudestOf(samples, second.to + 0.5, samples.length / 48_000)).toBeLessThan(SILENT_DB);
  expect(recording.chapters.map(({ person }) => person.id)).toEqual([ada.id, ben.id]);
  expect(Math.abs((recording.chapters[1]?.fromMs ?? 0) / 1_000 - second.from)).toBeLessThan(1.5);

  const { page } = late;
  await page.goto(`/rooms/${roomId}`);
  const player = page.getByTestId("replay").locator("audio");
  const lengthOf = () => player.evaluate((element: HTMLAudioElement) => element.duration);
  await expect.poll(lengthOf).toBeCloseTo(recording.lengthMs / 1_000, 0);
  await page.getByTestId("replay").getByRole("link", { name: "Ben" }).click();
  const isPlaying = () => player.evaluate((element: HTMLAudioElement) => !element.paused && element.currentTime);
  await expect.poll(isPlaying).toBeGreaterThanOrEqual(Math.floor((recording.chapters[1]?.fromMs ?? 0) / 1_000));
  // The moment has an address.
  await page.reload();
  const moment = () => player.evaluate((element: HTMLAudioElement) => element.currentTime);
  await expect.poll(moment).toBeGreaterThanOrEqual(Math.floor((recording.chapters[1]?.fromMs ?? 0) / 1_000));

  await expectTimeline(page, { shown: ["Ada", "Ben"], left: "Cleo" });
  await expectChatFollows(page, recording);
  await expectReadWithoutScript(late, roomId);
  await expectFetchedByAnybody(`${product.url}/api/rooms/${roomId}/recordings/${recording.id}/sound`, recording.bytes);

  // The browser's own decoder finds the same tone in it.
  const heard = await page.evaluate(async (address) => {
    const bytes = await (await fetch(address)).arrayBuffer();
    const decoded = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes);
    return { seconds: decoded.duration, samples: [...decoded.getChannelData(0)] };
  }, `/api/rooms/${roomId}/recordings/${recording.id}/sound`);
  const theirs = heardFromTo(
    Int16Array.from(heard.samples, (sample) => sample * 32_767),
    TONES.ben,
  );
  expect(theirs?.from).toBeCloseTo(second.from, 0);

  await ada.page.goto(`/rooms/${roomId}`);
  await ada.page.getByRole("button", { name: "Delete" }).click();
  await ada.page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(ada.page.getByTestId("replay")).toHaveCount(0);
  expect((await ada.context.request.get(`/api/rooms/${roomId}/recordings/${recording.id}/sound`)).status()).toBe(404);
});

test("a relay that is killed leaves one recording with a gap of five seconds at most", async ({
  adasRoom: { id: roomId, ada },
  product,
}) => {
  test.setTimeout(120_000);
  await openTheStage(ada, roomId);
  await press(ada, "Record the stage");
  const secondsWritten = async (): Promise<number> => {
    const sql = "SELECT samples::float8 AS samples FROM recording WHERE room_id = $1";
    return ((await askDatabase<{ samples: number }>(product.dataFolder, sql, [roomId]))[0]?.samples ?? 0) / 48_000;
  };
  await expect.poll(secondsWritten, { timeout: 20_000 }).toBeGreaterThan(5);
  process.kill(pidOf(product.dataFolder, "relay"), "SIGKILL");
  const before = await secondsWritten();
  await expect.poll(secondsWritten, { timeout: 30_000 }).toBeGreaterThan(before + 8);
  await expectState(ada.page, "live");
  await press(ada, "Stop recording");
  await expect(ada.page.getByTestId("recording")).toHaveCount(0);

  await expect.poll(async () => (await recordingsOf(ada, roomId)).length).toBe(1);
  const [recording] = (await recordingsOf(ada, roomId)) as [RecordingView];
  const samples = decodeOgg(await fileOf(ada, roomId, recording.id));
  const levels = toneLevels(samples, TONES.ada);
  const heard = levels.flatMap((level, tenth) => (level > HEARD_DB ? [tenth] : []));
  const gaps = heard.slice(1).map((tenth, place) => (tenth - (heard[place] ?? 0)) * 100);
  const longest = Math.max(...gaps);
  expect(longest, "the kill was heard").toBeGreaterThan(500);
  expect(longest).toBeLessThanOrEqual(LONGEST_GAP_MS);
  expect(heard.length).toBeGreaterThan(80);
});
