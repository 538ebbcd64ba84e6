import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import type { JoinAnswer } from "@/lib/wire/seats/door";
import type { BareClient } from "@/tests/support/bare-client";
import { serveBarePage } from "@/tests/support/bare-page";
import { median, report, rounded } from "@/tests/support/bench-report";
import { QUIET_CHROMIUM, WHOLE_CHROMIUM } from "@/tests/support/chromium";
import { firstSoundMs, timeFirstSound } from "@/tests/support/first-sound";
import { type Product, startProduct } from "@/tests/support/product";
import { newSession } from "@/tests/support/running";

const WARM_UPS = 2;
const SAMPLES = 12;
/** A person looks at a page before they tap; its idle work is done by then. */
const SETTLE_MS = 1_000;
const LOOK_MS = 1_500;
const TONE_HZ = 440;

type Bare = Window & { bare: BareClient };

/**
 * Click to first sound in Chromium: the room's page, where one seat, one token and one connection are asked for after the click,
 * beside a page that has its token already and does nothing but connect. The two take turns, so that noise meets both.
 */
async function main(): Promise<void> {
  const product = await startProduct();
  const browser = await chromium.launch({
    ...WHOLE_CHROMIUM,
    args: [...QUIET_CHROMIUM, "--autoplay-policy=no-user-gesture-required"],
  });
  const bare = await serveBarePage();
  const times = { room: [] as number[], bare: [] as number[] };
  let silent = 0;
  try {
    const ada = await signedIn(browser, product, "ada");
    const roomId = await makeRoom(ada);
    await speak(ada, bare.url, await takeSeat(ada, roomId));
    for (let turn = 0; turn < WARM_UPS + SAMPLES; turn++) {
      const room = await sampleRoom(browser, product, roomId);
      const beside = await sampleBare(browser, product, roomId, bare.url);
      if (room === null || beside === null) silent++;
      else if (turn >= WARM_UPS) {
        times.room.push(room);
        times.bare.push(beside);
      }
    }
  } finally {
    await browser.close();
    await bare.close();
    await product.stop();
  }
  const [p50, bareP50] = [median(times.room), median(times.bare)];
  const figures = {
    p50Ms: rounded(p50),
    maxMs: rounded(Math.max(...times.room)),
    bareP50Ms: rounded(bareP50),
    bareMaxMs: rounded(Math.max(...times.bare)),
    ratio: rounded(p50 / bareP50, 2),
    samples: times.room.length,
  };
  report("join", figures, silent > 0 ? [`no sound in ${silent} of ${WARM_UPS + SAMPLES} turns`] : []);
}

async function signedIn(browser: Browser, product: Product, handle: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: product.url });
  const { token } = await newSession(product.dataFolder, handle);
  await context.addCookies([{ name: "next-auth.session-token", value: token, url: product.url }]);
  return context;
}

async function makeRoom(host: BrowserContext): Promise<string> {
  const answer = await host.request.post("/api/rooms", { data: { title: "How soon a voice is there" } });
  if (answer.status() !== 201) throw new Error(`No room: ${answer.status()} ${await answer.text()}`);
  return ((await answer.json()) as { room: { id: string } }).room.id;
}

async function takeSeat(person: BrowserContext, roomId: string): Promise<JoinAnswer["media"]> {
  const answer = await person.request.post(`/api/rooms/${roomId}/seat`);
  if (!answer.ok()) throw new Error(`No seat: ${answer.status()} ${await answer.text()}`);
  return ((await answer.json()) as JoinAnswer).media;
}

async function speak(person: BrowserContext, bareUrl: string, media: JoinAnswer["media"]): Promise<void> {
  const page = await person.newPage();
  await page.goto(bareUrl);
  await page.evaluate(({ url, token }) => (window as unknown as Bare).bare.connect(url, token), media);
  // Publishing into the very first negotiation makes the client's offer fail now and then; the talker is not what is timed.
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate((hz) => (window as unknown as Bare).bare.publish(hz), TONE_HZ);
}

async function sampleRoom(browser: Browser, product: Product, roomId: string): Promise<number | null> {
  const dev = await signedIn(browser, product, "dev");
  const page = await dev.newPage();
  await page.addInitScript(timeFirstSound);
  await page.goto(`${product.url}/rooms/${roomId}`);
  await page.waitForTimeout(LOOK_MS);
  await page.getByRole("button", { name: "Listen", exact: true }).click();
  const time = await firstSoundMs(page);
  await page.close();
  await dev.request.delete(`/api/rooms/${roomId}/seat`);
  await dev.close();
  return time;
}

async function sampleBare(browser: Browser, product: Product, roomId: string, url: string): Promise<number | null> {
  const dev = await signedIn(browser, product, "dev");
  const page = await dev.newPage();
  await page.addInitScript(timeFirstSound);
  await page.goto(url);
  const media = await takeSeat(dev, roomId);
  await page.evaluate((pass) => (window as unknown as Bare).bare.connectOnClick(pass.url, pass.token), media);
  await page.waitForTimeout(LOOK_MS);
  await page.getByRole("button").click();
  const time = await firstSoundMs(page);
  await page.close();
  await dev.request.delete(`/api/rooms/${roomId}/seat`);
  await dev.close();
  return time;
}

await main();
