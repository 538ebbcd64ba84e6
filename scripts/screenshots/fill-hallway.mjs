import { locale, words } from "./language.mjs";

const DESK = { width: 1280, height: 800 };

/** Rooms that stand in the hallway of the pictures, each with its host. */
const ROOMS = [
  {
    host: "Ada Krüger",
    title: "Night Trains: the last sleeper to Lisbon",
    description: "Who still runs them, who rides them, and what a berth costs.",
    topics: ["trains", "europe"],
    capacity: 5_000,
  },
  {
    host: "Cleo Marin",
    title: "Bridges that were nearly not built",
    description: "Three engineers and one mayor.",
    topics: ["engineering"],
    language: "fr",
    capacity: 40,
  },
];

/** Signs somebody of the cast in by one tap and answers their page. */
export async function signIn(context, name) {
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: words.signIn.castSignIn.split("{name}")[0] + name.split(" ")[0] }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  return page;
}

/** Lets the hosts open their rooms and stay in them. Answers the demo room's id, and Ada's with her page. */
export async function openRooms(browser, url) {
  const hosted = [];
  for (const { host, ...room } of ROOMS) {
    const context = await browser.newContext({ baseURL: url, locale, viewport: DESK });
    const page = await signIn(context, host);
    const answer = await context.request.post("/api/rooms", { data: room });
    if (!answer.ok()) throw new Error(`No room «${room.title}»: ${await answer.text()}`);
    const { room: made } = await answer.json();
    await page.goto(`/rooms/${made.id}`);
    await page.getByRole("button", { name: words.room.listen, exact: true }).click();
    await page.locator('[data-testid="room"][data-state="live"]').waitFor();
    hosted.push({ id: made.id, page });
  }
  const { rooms } = await (await fetch(`${url}/api/rooms`)).json();
  const demo = rooms.find((each) => each.demo);
  if (!demo) throw new Error("The demo room is not live.");
  return { demoId: demo.id, adas: hosted[0] };
}

/** What the host's desk is for: hands with questions, and talk in the chat. */
const AUDIENCE = [
  { name: "Ben Osei", question: "Can one take a bicycle along?", line: "I took it in 2019. The breakfast alone!" },
  {
    name: "Eve Lindqvist",
    question: "Why does nobody build new cars for it?",
    line: "Which side has the view at dawn?",
  },
];

/** Lets some of the cast sit in Ada's room, raise a hand and write. */
export async function askAndWrite(browser, url, roomId) {
  for (const { name, question, line } of AUDIENCE) {
    const context = await browser.newContext({ baseURL: url, locale, viewport: DESK });
    const page = await signIn(context, name);
    await page.goto(`/rooms/${roomId}`);
    await page.getByRole("button", { name: words.room.listen, exact: true }).click();
    await page.locator('[data-testid="room"][data-state="live"]').waitFor();
    for (const [path, data] of [
      ["hand", { question }],
      ["chat", { text: line }],
    ]) {
      const answer = await context.request.post(`/api/rooms/${roomId}/${path}`, { data });
      if (!answer.ok()) throw new Error(`No ${path} of ${name}: ${await answer.text()}`);
    }
  }
}
