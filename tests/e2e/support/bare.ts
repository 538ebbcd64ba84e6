import type { Browser, Page } from "@playwright/test";
import type { BareClient } from "@/tests/support/bare-client";
import { serveBarePage } from "@/tests/support/bare-page";
import { openEars } from "./hear";
import { test as people } from "./people";

type Pass = { url: string; token: string };
type BareWindow = Window & { bare: BareClient };

/** A client of one's own making, which knows no screen and no manners. */
export type Intruder = {
  page: Page;
  /** Answers `in`, or why LiveKit refused. */
  connect: (pass: Pass) => Promise<string>;
  /** Starts to send a tone without asking whether it may; does not wait for LiveKit's answer. */
  send: (hz: number) => Promise<void>;
  state: () => Promise<string>;
};

/** Tests with `intrude`: opens the bare page in a context of its own. */
export const test = people.extend<{ intrude: () => Promise<Intruder> }>({
  intrude: async ({ browser }, use) => {
    const bare = await serveBarePage();
    const pages: Page[] = [];
    await use(async () => {
      const page = await openBarePage(browser, bare.url);
      pages.push(page);
      return intruderOn(page);
    });
    for (const page of pages) await page.context().close();
    await bare.close();
  },
});

async function openBarePage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext();
  await openEars(context);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const intruderOn = (page: Page): Intruder => ({
  page,
  connect: ({ url, token }) =>
    page.evaluate(
      (pass) =>
        (window as unknown as BareWindow).bare.connect(pass.url, pass.token).then(
          () => "in",
          (fault: Error) => fault.message,
        ),
      { url, token },
    ),
  send: (hz) =>
    page.evaluate((wanted) => void (window as unknown as BareWindow).bare.publish(wanted).catch(() => {}), hz),
  state: () => page.evaluate(() => (window as unknown as BareWindow).bare.state()),
});

/** Remembers every token that LiveKit gives the page's connections; the newest last. Call it before the page connects. */
export function gatherTokens(page: Page): string[] {
  const tokens: string[] = [];
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      const token = /eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec(payload.toString("latin1" as BufferEncoding))?.[0];
      if (token) tokens.push(token);
    }),
  );
  return tokens;
}
