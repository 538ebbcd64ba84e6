import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import { report, rounded } from "@/tests/support/bench-report";
import { QUIET_CHROMIUM, WHOLE_CHROMIUM } from "@/tests/support/chromium";
import { startProduct } from "@/tests/support/product";

/** What only livekit-client holds, also after minifying: the name of a message. */
const LIVEKIT_MARK = "livekit.JoinResponse";

/** Script and style of each page's first load, gzip, in a browser that was never here. Aims: hallway 160 kB, room 190 kB. */
async function main(): Promise<void> {
  const product = await startProduct();
  const browser = await chromium.launch({ ...WHOLE_CHROMIUM, args: QUIET_CHROMIUM });
  const figures: Record<string, number> = {};
  const broken: string[] = [];
  try {
    const demo = await demoRoomId(product.url);
    const pages = { hallway: "/", room: `/rooms/${demo}`, signIn: "/sign-in", profile: "/people/ada" };
    for (const [name, path] of Object.entries(pages)) {
      const load = await firstLoad(browser, product.url + path);
      figures[`${name}KB`] = rounded(load.scriptBytes / 1_000, 1);
      figures[`${name}CssKB`] = rounded(load.styleBytes / 1_000, 1);
      if (load.hasLiveKit) broken.push(`livekit-client is in the first load of ${path}`);
    }
  } finally {
    await browser.close();
    await product.stop();
  }
  report("size", figures, broken);
}

type Load = { scriptBytes: number; styleBytes: number; hasLiveKit: boolean };

/** What was asked for until the load event; what a page fetches when idle comes after it. */
async function firstLoad(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const parts: Promise<{ kind: string; body: Buffer }>[] = [];
  let loaded = false;
  page.once("load", () => {
    loaded = true;
  });
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    if (loaded || (kind !== "script" && kind !== "stylesheet")) return;
    parts.push(response.body().then((body) => ({ kind, body })));
  });
  const answer = await page.goto(url, { waitUntil: "load" });
  if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status()}`);
  const read = await Promise.all(parts);
  await context.close();
  const bytesOf = (wanted: string) =>
    read.filter(({ kind }) => kind === wanted).reduce((sum, { body }) => sum + gzipSync(body).length, 0);
  return {
    scriptBytes: bytesOf("script"),
    styleBytes: bytesOf("stylesheet"),
    hasLiveKit: read.some(({ body }) => body.includes(LIVEKIT_MARK)),
  };
}

async function demoRoomId(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/rooms`);
  const { rooms } = (await answer.json()) as { rooms: { id: string; demo: boolean }[] };
  const demo = rooms.find((room) => room.demo) ?? rooms[0];
  if (!demo) throw new Error("There is no live room");
  return demo.id;
}

await main();
