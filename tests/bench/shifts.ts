import { parseArgs } from "node:util";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { clockOf, type Shifts, shiftsOf, watchShifts } from "@/tests/e2e/support/shifts";
import { giveMicrophone, TONES } from "@/tests/e2e/support/tone";
import { report, rounded } from "@/tests/support/bench-report";
import { QUIET_CHROMIUM, WHOLE_CHROMIUM } from "@/tests/support/chromium";
import { type Product, startProduct } from "@/tests/support/product";
import { newSession } from "@/tests/support/running";

/** Cumulative layout shift may be so much. Source: measured goal, far below what counts as good (0.1). */
const MOST = 0.02;
const ACT_EVERY_MS = 3_000;
const GUESTS = 12;
/** Arriving and drawing are no shifts of a room that one sits in. */
const SETTLE_MS = 5_000;

type Call = (method: string, path: string, body?: object) => Promise<void>;
type Cast = {
  ada: Page;
  phone: Page;
  cleo: Page;
  cleoId: string;
  asAda: Call;
  asBen: Call;
  asCleo: Call;
  guests: Call[];
};

/**
 * What moves under a finger on the host's desk and on a listener's phone while people, hands, messages, speakers and links come and go.
 * `--minutes`: for how long.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { minutes: { type: "string", default: "2" } } });
  const product = await startProduct();
  const args = [...QUIET_CHROMIUM, "--autoplay-policy=no-user-gesture-required"];
  const browser = await chromium.launch({ ...WHOLE_CHROMIUM, args });
  let acts = 0;
  let found: { desk: Shifts; phone: Shifts };
  try {
    const { cast, roomId } = await gather(browser, product);
    await cast.phone.waitForTimeout(SETTLE_MS);
    const [deskSince, phoneSince] = [await clockOf(cast.ada), await clockOf(cast.phone)];
    const until = Date.now() + Number(values.minutes) * 60_000;
    for (const act of comingsAndGoings(cast, `/api/rooms/${roomId}`)) {
      if (Date.now() > until) break;
      await act();
      acts++;
      await cast.phone.waitForTimeout(ACT_EVERY_MS);
    }
    found = { desk: await shiftsOf(cast.ada, deskSince), phone: await shiftsOf(cast.phone, phoneSince) };
  } finally {
    await browser.close();
    await product.stop();
  }
  for (const [where, { worst }] of Object.entries(found))
    for (const { value, moved } of worst.slice(0, 3)) console.log(`${where} ${value.toFixed(4)}: ${moved.join(" | ")}`);
  const { desk, phone } = found;
  const figures = {
    minutes: Number(values.minutes),
    acts,
    deskCls: rounded(desk.cls, 4),
    deskTotal: rounded(desk.total, 4),
    phoneCls: rounded(phone.cls, 4),
    phoneTotal: rounded(phone.total, 4),
  };
  const broken = Object.entries(found).filter(([, { cls }]) => cls > MOST);
  report(
    "shifts",
    figures,
    broken.map(([where]) => `${where}: more than ${MOST}`),
  );
}

/** Ada leads on a desk, Dev listens on a phone; Cleo, Ben and guests come and go. */
async function gather(browser: Browser, product: Product): Promise<{ cast: Cast; roomId: string }> {
  const arrive = async (who: keyof typeof TONES, viewport: { width: number; height: number }) => {
    const context = await browser.newContext({ baseURL: product.url, viewport, locale: "en-GB" });
    const { personId, token } = await newSession(product.dataFolder, who);
    await context.addCookies([{ name: "next-auth.session-token", value: token, url: product.url }]);
    await giveMicrophone(context, TONES[who]);
    await watchShifts(context);
    return { context, personId };
  };
  const desk = { width: 1_280, height: 720 };
  const [ada, dev] = [await arrive("ada", desk), await arrive("dev", { width: 390, height: 844 })];
  const [cleo, ben] = [await arrive("cleo", desk), await arrive("ben", desk)];
  const made = await ada.context.request.post("/api/rooms", { data: { title: "Who comes and goes" } });
  const roomId = ((await made.json()) as { room: { id: string } }).room.id;
  const [adasPage, phone, cleosPage] = [await enter(ada, roomId), await enter(dev, roomId), await enter(cleo, roomId)];
  await adasPage.getByTestId("microphone").click();
  const guests: Call[] = [];
  for (let one = 0; one < GUESTS; one++) guests.push(callerOf(await browser.newContext({ baseURL: product.url })));
  const cast = { ada: adasPage, phone, cleo: cleosPage, cleoId: cleo.personId, guests };
  const [asAda, asBen, asCleo] = [callerOf(ada.context), callerOf(ben.context), callerOf(cleo.context)];
  return { cast: { ...cast, asAda, asBen, asCleo }, roomId };
}

async function enter({ context }: { context: BrowserContext }, roomId: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/rooms/${roomId}`);
  await page.getByRole("button", { name: "Listen", exact: true }).click();
  await page.locator('[data-testid="room"][data-state="live"]').waitFor();
  return page;
}

const callerOf =
  ({ request }: BrowserContext): Call =>
  async (method, path, data) => {
    const answer = await request.fetch(path, { method, data });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  };

/** Over and over, in an order in which each can be done. */
function* comingsAndGoings({ cleo, cleoId, asAda, asBen, asCleo, guests }: Cast, room: string) {
  for (let turn = 0; ; turn++) {
    const guest = guests[turn % guests.length] as Call;
    const other = guests[(turn + GUESTS / 2) % guests.length] as Call;
    yield () => guest("POST", `${room}/seat`);
    yield () => asBen("POST", `${room}/seat`);
    yield () => asBen("POST", `${room}/hand`, { question: turn % 2 ? "And at dawn?" : "Why at night? ".repeat(8) });
    yield () =>
      asBen("POST", `${room}/chat`, { text: turn % 2 ? "Good evening" : "A long line of a long talk. ".repeat(6) });
    yield () => asAda("POST", `${room}/offers/${cleoId}`);
    yield () => cleo.getByRole("button", { name: "Join stage" }).click();
    yield () => cleo.getByTestId("microphone").click();
    yield () => asAda("PUT", `${room}/pinned-link`, { url: "https://example.org/charter" });
    yield () => asCleo("POST", `${room}/chat`, { text: "I am here" });
    yield () => asAda("PATCH", room, { handMode: "off" });
    yield () => asAda("PATCH", room, { handMode: "everyone" });
    yield () => asAda("DELETE", `${room}/pinned-link`);
    yield () => asAda("DELETE", `${room}/stage/${cleoId}`);
    yield () => asBen("DELETE", `${room}/seat`);
    if (turn >= GUESTS / 2) yield () => other("DELETE", `${room}/seat`);
  }
}

await main();
