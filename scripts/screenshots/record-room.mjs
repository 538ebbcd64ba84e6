import { signIn } from "./fill-hallway.mjs";
import { locale, words } from "./language.mjs";

const DESK = { width: 1280, height: 800 };

/** So long somebody speaks, and the others write. */
const TURN_MS = 4_000;

/** Who comes up to speak with Ada, and what is written meanwhile; the links and the other hand of writing are there on purpose. */
const GUEST = "Cleo Marin";
const LINES = [
  { name: "Ben Osei", text: "I took it in 2019. The breakfast alone!" },
  { name: "Eve Lindqvist", text: "Which side has the view at dawn?" },
  { name: "Ben Osei", text: "The timetable of that summer: https://example.org/timetable" },
  { name: "Eve Lindqvist", text: "Left, going north. I have asked." },
];

/**
 * Lets Ada lead a room for some seconds and record its stage, with a guest who agrees and two who write; it is over then, and everybody may
 * take the recording along. Answers its path, and the recording.
 */
export async function recordRoom(browser, url) {
  const enter = async (name, roomId) => {
    const context = await browser.newContext({ baseURL: url, locale, viewport: DESK, permissions: ["microphone"] });
    const page = await signIn(context, name);
    const send = async (method, path, data) => {
      const answer = await context.request.fetch(`/api/rooms${path}`, { method, data });
      if (!answer.ok()) throw new Error(`${method} ${path} of ${name}: ${await answer.text()}`);
      return answer.status() === 204 ? null : answer.json();
    };
    const listen = async (id) => {
      await page.goto(`/rooms/${id}`);
      await page.getByRole("button", { name: words.room.listen, exact: true }).click();
      await page.locator('[data-testid="room"][data-state="live"]').waitFor();
    };
    if (roomId) await listen(roomId);
    return { page, send, listen };
  };
  const ada = await enter("Ada Krüger");
  const { room } = await ada.send("POST", "", {
    title: "The last sleeper to Lisbon, looked back on",
    description: "What became of the night train that everybody missed.",
    topics: ["trains"],
  });
  await ada.listen(room.id);
  await ada.send("POST", `/${room.id}/recording`);
  const guest = await enter(GUEST, room.id);
  const writers = new Map();
  for (const { name } of LINES) if (!writers.has(name)) writers.set(name, await enter(name, room.id));
  const write = async ({ name, text }) => writers.get(name).send("POST", `/${room.id}/chat`, { text });
  const found = await guest.page.request.get("/api/search?kind=people&q=cleo").then((answer) => answer.json());
  const speak = async ({ page }) => {
    await page.getByTestId("microphone").click();
    await page.waitForTimeout(TURN_MS);
    await page.getByTestId("microphone").click();
  };

  await Promise.all([speak(ada), write(LINES[0])]);
  await ada.send("POST", `/${room.id}/offers/${found.people[0].id}`);
  await guest.send("POST", `/${room.id}/offer`);
  await guest.send("PUT", `/${room.id}/recording/answer`, { agrees: true });
  await write(LINES[1]);
  await guest.page.locator('[data-testid="room"][data-role="speaker"]').waitFor();
  // The question whether they agree may open late.
  await guest.page.addLocatorHandler(guest.page.locator("dialog[open]"), () => guest.page.keyboard.press("Escape"));
  await Promise.all([speak(guest), write(LINES[2])]);
  await Promise.all([speak(ada), write(LINES[3])]);
  await ada.send("DELETE", `/${room.id}/recording`);
  await ada.send("DELETE", `/${room.id}`);
  const [recording] = await untilThere(() => ada.send("GET", `/${room.id}/recordings`));
  await ada.send("PATCH", `/${room.id}/recordings/${recording.id}`, { downloadable: true });
  for (const { page } of [ada, guest, ...writers.values()]) await page.context().close();
  return { path: `/rooms/${room.id}`, recording };
}

/** The relay writes once a second. */
async function untilThere(read) {
  for (let tries = 0; tries < 20; tries++) {
    const { recordings } = await read();
    if (recordings.length > 0) return recordings;
    await new Promise((wake) => setTimeout(wake, 500));
  }
  throw new Error("Nothing was recorded.");
}

/** Shows the replay at its third line of chat, quiet. */
export async function showReplay(page, { path }) {
  await page.goto(path);
  const replay = page.getByTestId("replay");
  await replay.getByTestId("replay-chat").getByRole("link").nth(2).click();
  await replay.locator("audio").evaluate((element) => element.pause());
  await replay.evaluate((element) => element.scrollIntoView({ block: "center" }));
}
