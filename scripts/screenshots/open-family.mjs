import { fillHall } from "./fill-hall.mjs";
import { signIn } from "./fill-hallway.mjs";
import { locale, words } from "./language.mjs";

/** Of the main hall so many seats are kept for the stage, so that it is full with as many of them empty. */
const KEPT_FOR_STAGE = 49;

const LINES = [
  { name: "Ben Osei", text: "Overflow or not, that was Lisbon's night train in stereo." },
  { name: "Eve Lindqvist", text: "Somebody ask about the breakfast again, please." },
];

/**
 * Fills a host's room and lets the door open overflow rooms beside it: the first nearly full, with some of the cast who write, a
 * second half full and in French. `fill` takes the places of those whom the sweep has found to be nobody. Answers the first one's id.
 */
export async function openFamily(browser, { url, dataFolder }, host) {
  const guests = await Promise.all(LINES.map(({ name }) => comeAndGo(browser, url, { name, roomId: host.id })));
  await fillHall(dataFolder, host.id, { by: "dev", followed: 9, leave: KEPT_FOR_STAGE });
  const { seat } = await bodyOf(fetch(`${url}/api/rooms/${host.id}/seat`, { method: "POST" }));
  const overflow = { data: { language: "fr" } };
  const { hall } = await bodyOf(host.page.request.post(`/api/rooms/${host.id}/overflow`, overflow));
  const fill = async () => {
    await fillHall(dataFolder, host.id, { by: "dev", followed: 9, leave: KEPT_FOR_STAGE });
    await fillHall(dataFolder, seat.roomId, { by: "dev", followed: 11, leave: 420 });
    await fillHall(dataFolder, hall.id, { by: "dev", followed: 30, leave: 2_730 });
  };
  for (const [place, page] of guests.entries()) {
    await page.goto(`/rooms/${seat.roomId}`);
    await page.getByRole("button", { name: words.room.listen, exact: true }).click();
    await page.locator('[data-testid="room"][data-state="live"]').waitFor();
    const { text } = LINES[place];
    await bodyOf(page.request.post(`/api/rooms/${seat.roomId}/chat`, { data: { text } }));
  }
  return { overflowId: seat.roomId, fill };
}

/** Somebody of the cast who sits in the main hall no longer. Answers their page. */
async function comeAndGo(browser, url, { name, roomId }) {
  const context = await browser.newContext({ baseURL: url, locale });
  const page = await signIn(context, name);
  await context.request.delete(`/api/rooms/${roomId}/seat`);
  return page;
}

/** The body of an answer that is a success. */
async function bodyOf(asked) {
  const answer = await asked;
  const isOk = typeof answer.ok === "function" ? answer.ok() : answer.ok;
  if (!isOk) throw new Error(`A family of halls was refused: ${await answer.text()}`);
  return answer.json();
}
