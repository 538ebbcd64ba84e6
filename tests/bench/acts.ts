import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { giveMicrophone, TONES } from "@/tests/e2e/support/tone";
import { median, report, rounded } from "@/tests/support/bench-report";
import { QUIET_CHROMIUM, WHOLE_CHROMIUM } from "@/tests/support/chromium";
import { type Product, startProduct } from "@/tests/support/product";
import { newSession } from "@/tests/support/running";

const ROUNDS = 12;
/** Source: behaviours 10. */
const WITHIN_MS = 300;
const SEEN_WITHIN_MS = 10_000;
/** Acts of people are apart; what happens faster than four times a second is bundled by the announcer. */
const BETWEEN_MS = 700;

type Person = { context: BrowserContext; page: Page; id: string };

/** Changes of what the page shows of somebody on stage, with the machine's time. */
type Seen = Window & { seen: { mark: string; at: number }[] };

/**
 * From a moderator's act to the change on every screen: Ada mutes Cleo, Cleo speaks again, Ada makes her a moderator and a
 * speaker again; Ada, Cleo and a listener look on. Measured from the request or the press in the acting page, by one machine's clock.
 */
async function main(): Promise<void> {
  const product = await startProduct();
  const browser = await chromium.launch({ ...WHOLE_CHROMIUM, args: [...QUIET_CHROMIUM] });
  const times: Record<string, number[]> = { mute: [], unmute: [], promote: [], demote: [] };
  let unseen = 0;
  try {
    const [ada, cleo, dev] = await Promise.all(
      (["ada", "cleo", "dev"] as const).map((who) => arrive(browser, product, who)),
    );
    if (!ada || !cleo || !dev) throw new Error("somebody is missing");
    const roomId = await fillRoom(ada, cleo, dev);
    const seat = `/api/rooms/${roomId}/stage/${cleo.id}`;
    const acts = [
      { name: "mute", by: ada, method: "POST", path: `${seat}/mute`, mark: "muted" },
      { name: "unmute", by: cleo, press: '[data-testid="microphone"]', mark: "open" },
      { name: "promote", by: ada, method: "PATCH", path: seat, body: { role: "moderator" }, mark: "moderator" },
      { name: "demote", by: ada, method: "PATCH", path: seat, body: { role: "speaker" }, mark: "speaker" },
    ];
    for (const { page } of [ada, cleo, dev]) await page.evaluate(watchPerson, cleo.id);
    for (let round = 0; round < ROUNDS; round++) {
      for (const act of acts) {
        const took = await timeAct([ada, cleo, dev], act);
        if (took === null) unseen++;
        else times[act.name]?.push(took);
        await ada.page.waitForTimeout(BETWEEN_MS);
      }
    }
  } finally {
    await browser.close();
    await product.stop();
  }
  const all = Object.values(times).flat();
  const sorted = all.toSorted((one, other) => one - other);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
  const figures = {
    p50Ms: rounded(median(all)),
    p95Ms: rounded(p95),
    maxMs: rounded(sorted.at(-1) ?? Number.NaN),
    ...Object.fromEntries(Object.entries(times).map(([name, taken]) => [`${name}P50Ms`, rounded(median(taken))])),
    acts: all.length,
    withinMs: WITHIN_MS,
  };
  report("acts", figures, unseen > 0 ? [`${unseen} acts did not show on every screen`] : []);
}

async function arrive(browser: Browser, product: Product, who: keyof typeof TONES): Promise<Person> {
  const context = await browser.newContext({ baseURL: product.url });
  await giveMicrophone(context, TONES[who]);
  const { token, personId } = await newSession(product.dataFolder, who);
  await context.addCookies([{ name: "next-auth.session-token", value: token, url: product.url }]);
  return { context, page: await context.newPage(), id: personId };
}

async function fillRoom(ada: Person, cleo: Person, dev: Person): Promise<string> {
  const made = await ada.context.request.post("/api/rooms", { data: { title: "How soon everyone sees it" } });
  const { room } = (await made.json()) as { room: { id: string } };
  for (const { page } of [ada, cleo, dev]) {
    await page.goto(`/rooms/${room.id}`);
    await page.getByRole("button", { name: "Listen", exact: true }).click();
    await page.locator('[data-testid="room"][data-state="live"]').waitFor();
  }
  await ada.context.request.post(`/api/rooms/${room.id}/offers/${cleo.id}`);
  await cleo.page.getByRole("button", { name: "Join stage" }).click();
  for (const { page } of [ada, cleo, dev])
    await page.locator(`[data-testid="on-stage"][data-person="${cleo.id}"]`).waitFor();
  await cleo.page.getByTestId("microphone").click();
  await cleo.page.locator('[data-testid="microphone"][data-on="true"]').waitFor();
  await dev.page.locator(`[data-person="${cleo.id}"][data-muted="false"]`).waitFor();
  return room.id;
}

/** Runs in the page: notes how somebody on stage is shown from now on. */
function watchPerson(id: string): void {
  const page = window as unknown as Seen;
  page.seen = [];
  const note = (): void => {
    const shown = document.querySelector<HTMLElement>(`[data-testid="on-stage"][data-person="${id}"]`);
    if (!shown) return;
    const at = performance.timeOrigin + performance.now();
    const label = shown.querySelector("button")?.getAttribute("aria-label") ?? "";
    const role = /moderator/i.test(label) ? "moderator" : "speaker";
    page.seen.push({ mark: role, at }, { mark: shown.dataset.muted === "true" ? "muted" : "open", at });
  };
  new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true });
}

/** A request that the person's page makes, or a button that they press. */
type Act = { by: Person; mark: string; method?: string; path?: string; body?: object; press?: string };

/** Milliseconds until the last screen shows it; null where one does not in time. */
async function timeAct(people: Person[], { by, mark, method, path = "", body, press }: Act): Promise<number | null> {
  for (const { page } of people) await page.evaluate(() => void (window as unknown as Seen).seen.splice(0));
  const startedAt = await by.page.evaluate(
    async ({ method, path, body, press }) => {
      const at = performance.timeOrigin + performance.now();
      if (press) {
        document.querySelector<HTMLElement>(press)?.click();
        return at;
      }
      const headers = body ? { "Content-Type": "application/json" } : undefined;
      const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
      return at;
    },
    { method, path, body, press },
  );
  const seen = await Promise.all(people.map(({ page }) => firstSeen(page, mark)));
  return seen.includes(null) ? null : Math.max(...seen.map((at) => (at ?? 0) - startedAt));
}

async function firstSeen(page: Page, mark: string): Promise<number | null> {
  const found = page.waitForFunction(
    (wanted) => (window as unknown as Seen).seen.find((one) => one.mark === wanted)?.at,
    mark,
    { timeout: SEEN_WITHIN_MS, polling: 20 },
  );
  return found.then(
    async (at) => (await at.jsonValue()) ?? null,
    () => null,
  );
}

await main();
