import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import type { Network } from "@/tests/support/network/cuttable-network";
import { newSession } from "@/tests/support/running";
import { openEars } from "./hear";
import { soundBy } from "./sound-by";
import { giveMicrophone, TONES } from "./tone";

type CastName = keyof typeof TONES;

/** Somebody with a browser: signed in as one of the cast, or a guest. */
export type Person = {
  /** Empty for a guest, whose row exists only from *Listen* on. */
  id: string;
  page: Page;
  context: BrowserContext;
  /** Calls the API as this person. Answers the body; throws where the status is another than expected. */
  call: <Answer = unknown>(method: string, path: string, body?: object, status?: number) => Promise<Answer>;
};

type Arrival = {
  /** Another browser than the tests' own, for another autoplay policy or microphone. */
  browser?: Browser;
  /** Leaves the microphone to the browser. */
  ownMicrophone?: boolean;
  /** Their own way to the product, which can be cut. */
  network?: Network;
  locale?: string;
  viewport?: { width: number; height: number };
};

type Fixtures = {
  /** Where the product is; no slash at the end. */
  product: { url: string; dataFolder: string };
  /** Lets a person come, with a browser context of their own. What their pages complain about fails the test. */
  arrive: (who: CastName | "guest", arrival?: Arrival) => Promise<Person>;
  /** An open room that Ada made; it ends with the test. */
  adasRoom: { id: string; title: string; ada: Person };
};

export const test = base.extend<Fixtures>({
  product: [{ url: process.env.PLENUM_E2E_URL ?? "", dataFolder: process.env.PLENUM_E2E_DATA ?? "" }, { option: true }],

  arrive: async ({ browser: testsBrowser, product }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (who, { browser = testsBrowser, ownMicrophone = false, network, ...look } = {}) => {
      const proxy = network && { server: network.proxy };
      const context = await browser.newContext({ baseURL: product.url, proxy, ...look });
      contexts.push(context);
      if (network) await soundBy(context, network.mediaPort);
      await openEars(context);
      if (!ownMicrophone) await giveMicrophone(context, who === "guest" ? null : TONES[who]);
      context.on("page", (page) => noteComplaints(page, who, complaints));
      const id = who === "guest" ? "" : await signIn(context, product, who);
      return { id, context, call: callerOf(context), page: await context.newPage() };
    });
    // A page that is closed while it loads another complains of that.
    const heard = [...complaints];
    for (const context of contexts) await context.close();
    expect(heard, "what pages wrote to console.error").toEqual([]);
  },

  adasRoom: async ({ arrive }, use) => {
    const ada = await arrive("ada");
    const title = "Tones at dusk";
    const { room } = await ada.call<{ room: { id: string } }>("POST", "/api/rooms", { title }, 201);
    await use({ id: room.id, title, ada });
    // A room that Ada still leads would keep her from entering the next test's, so an obstacle is waited out.
    const end = async () => (await ada.context.request.delete(`/api/rooms/${room.id}`)).status();
    await expect.poll(end, { timeout: 40_000 }).toBeLessThan(500);
  },
});

/** Answers the person's id. Signing in by the screen is a test of its own. */
async function signIn(context: BrowserContext, product: Fixtures["product"], who: CastName): Promise<string> {
  const { personId, token } = await newSession(product.dataFolder, who);
  await context.addCookies([{ name: "next-auth.session-token", value: token, url: product.url, httpOnly: true }]);
  return personId;
}

function callerOf(context: BrowserContext): Person["call"] {
  return async (method, path, body, status) => {
    const answer = await context.request.fetch(path, { method, ...(body ? { data: body } : {}) });
    const isExpected = status === undefined ? answer.ok() : answer.status() === status;
    if (!isExpected) throw new Error(`${method} ${path} answered ${answer.status()}: ${await answer.text()}`);
    const text = await answer.text();
    return text === "" ? null : JSON.parse(text);
  };
}

/** The browser's own lines for an answer that is no success, a connection that is cut, and a device that sleep took away; the page shows each, and is asserted there. */
const BROWSERS_OWN =
  /^Failed to load resource|^WebSocket connection to|^WebSocket is already in CLOSING|^The AudioContext encountered an error from the audio device/;

function noteComplaints(page: Page, who: string, complaints: string[]): void {
  page.on("pageerror", (fault) => complaints.push(`${who}: ${fault.message}`));
  page.on("console", (line) => {
    if (line.type() === "error" && !BROWSERS_OWN.test(line.text())) complaints.push(`${who}: ${line.text()}`);
  });
}
