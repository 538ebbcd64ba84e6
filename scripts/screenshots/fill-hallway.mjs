/** Rooms that stand in the hallway of the pictures, each with its host. */
const ROOMS = [
  {
    host: "Ada Krüger",
    title: "Night Trains: the last sleeper to Lisbon",
    description: "Who still runs them, who rides them, and what a berth costs.",
    topics: ["trains", "europe"],
    capacity: 60,
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
  await page.getByRole("button", { name: `Sign in as ${name.split(" ")[0]}` }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  return page;
}

/** Lets the hosts open their rooms and stay in them. Answers the demo room's id. */
export async function openRooms(browser, url) {
  for (const { host, ...room } of ROOMS) {
    const context = await browser.newContext({ baseURL: url, locale: "en-GB" });
    const page = await signIn(context, host);
    const answer = await context.request.post("/api/rooms", { data: room });
    if (!answer.ok()) throw new Error(`No room «${room.title}»: ${await answer.text()}`);
    const { room: made } = await answer.json();
    await page.goto(`/rooms/${made.id}`);
    await page.getByRole("button", { name: "Listen", exact: true }).click();
    await page.locator('[data-testid="room"][data-state="live"]').waitFor();
  }
  const { rooms } = await (await fetch(`${url}/api/rooms`)).json();
  const demo = rooms.find((each) => each.demo);
  if (!demo) throw new Error("The demo room is not live.");
  return demo.id;
}
