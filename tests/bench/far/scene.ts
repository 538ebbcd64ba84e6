import { type Browser, type BrowserContext, chromium, expect, type Page } from "@playwright/test";
import type { JoinAnswer } from "@/lib/wire/seats/door";
import { giveMicrophone, TONES } from "@/tests/e2e/support/tone";
import { serveBarePage } from "@/tests/support/bare-page";
import { QUIET_CHROMIUM, WHOLE_CHROMIUM } from "@/tests/support/chromium";
import { type BadNetwork, NEAR_ADDRESS, openBadNetwork } from "@/tests/support/network/bad-network";
import { type Product, startProduct } from "@/tests/support/product";
import { newSession } from "@/tests/support/running";
import { listenClosely } from "./close-ears";

type Cast = keyof typeof TONES;

export type Arrived = { id: string; page: Page };

/** A product on the near side of a bad network, a talking host beside it, and browsers on the far side. */
export type Scene = {
  network: BadNetwork;
  product: Product;
  roomId: string;
  bareUrl: string;
  /** Ada, near the servers: her microphone is a tone, sent as the product sends it. */
  ada: Page;
  /** Somebody far away, on a page with close ears. */
  far: (who: Cast) => Promise<Arrived>;
  close: () => Promise<void>;
};

export async function openScene(): Promise<Scene> {
  const network = await openBadNetwork();
  const product = await startProduct({}, NEAR_ADDRESS);
  const bare = await serveBarePage(NEAR_ADDRESS);
  const program = WHOLE_CHROMIUM.executablePath ?? chromium.executablePath();
  const nearBrowser = await launch(product, program);
  const farBrowser = await launch(product, network.onFarSide(program));
  const { page: ada } = await arrive(nearBrowser, product, "ada");
  const roomId = await makeRoom(ada.context());
  await enter(ada, product, roomId);
  await pressMicrophone(ada);
  return {
    network,
    product,
    roomId,
    bareUrl: bare.url,
    ada,
    far: (who) => arrive(farBrowser, product, who),
    close: async () => {
      await Promise.all([nearBrowser.close(), farBrowser.close()]);
      await bare.close();
      await product.stop();
      network.close();
    },
  };
}

/** Taps *Listen* on the room's page and waits until it is heard. */
export async function enter(page: Page, product: Product, roomId: string): Promise<void> {
  await page.goto(`${product.url}/rooms/${roomId}`);
  await page.getByRole("button", { name: "Listen", exact: true }).click();
  await expect(page.getByTestId("room")).toHaveAttribute("data-state", "live", { timeout: 20_000 });
}

async function pressMicrophone(page: Page): Promise<void> {
  await page.getByTestId("microphone").click();
  await expect(page.getByTestId("microphone")).toHaveAttribute("data-on", "true", { timeout: 20_000 });
}

/** From the audience to the stage, with an open microphone. */
export async function bringUp({ ada, roomId }: Scene, { id, page }: Arrived): Promise<void> {
  await ada.context().request.post(`/api/rooms/${roomId}/offers/${id}`);
  await page.getByRole("button", { name: "Join stage" }).click({ timeout: 20_000 });
  await pressMicrophone(page);
}

export async function takeSeat(person: BrowserContext, roomId: string): Promise<JoinAnswer> {
  const answer = await person.request.post(`/api/rooms/${roomId}/seat`);
  if (!answer.ok()) throw new Error(`No seat: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as JoinAnswer;
}

async function launch(product: Product, executablePath: string): Promise<Browser> {
  const allowMicrophone = `--unsafely-treat-insecure-origin-as-secure=${product.url}`;
  const args = [...QUIET_CHROMIUM, "--autoplay-policy=no-user-gesture-required", allowMicrophone];
  return chromium.launch({ executablePath, args });
}

async function arrive(browser: Browser, product: Product, who: Cast): Promise<Arrived> {
  const context = await browser.newContext({ baseURL: product.url, locale: "en-GB" });
  const { personId, token } = await newSession(product.dataFolder, who);
  await context.addCookies([{ name: "next-auth.session-token", value: token, url: product.url }]);
  await giveMicrophone(context, TONES[who]);
  await context.addInitScript(listenClosely);
  return { id: personId, page: await context.newPage() };
}

async function makeRoom(host: BrowserContext): Promise<string> {
  const answer = await host.request.post("/api/rooms", { data: { title: "How far a voice carries" } });
  if (answer.status() !== 201) throw new Error(`No room: ${answer.status()} ${await answer.text()}`);
  return ((await answer.json()) as { room: { id: string } }).room.id;
}
