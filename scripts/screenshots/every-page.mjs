import { words } from "./language.mjs";

/** Every page by the name of its picture; those of a room are pictured in the room. */
const PAGES = {
  "new-room": "/rooms/new",
  "new-show": "/shows/new",
  followers: "/people/ada/followers",
  search: "/search?q=train",
  account: "/settings/account",
  appearance: "/settings/appearance",
  "told-of": "/settings/notifications",
  privacy: "/settings/privacy",
  invites: "/settings/invites",
  tokens: "/settings/tokens",
  data: "/settings/data",
  nowhere: "/nowhere",
};

/** Looks for something from the hallway. */
export async function openSearch(page, keep) {
  await page.goto("/");
  await page.getByRole("link", { name: words.search.open, exact: true }).click();
  await page.getByRole("combobox").or(page.getByRole("searchbox")).first().fill("train");
  await keep("search-dialog");
}

/** Pictures each page, whole, and what opens over a room. `keep` takes one picture by its name. */
export async function pictureEveryPage(page, roomId, keep) {
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(path);
    await keep(name);
  }
  await page.goto(`/embed/rooms/${roomId}`);
  await keep("embed");
  await page.goto(`/rooms/${roomId}`);
  await keep("outside");
  await page.getByRole("button", { name: words.room.listen, exact: true }).click();
  await page.locator('[data-testid="room"][data-state="live"]').waitFor();
  await page.getByTestId("on-stage").first().getByRole("button").click();
  await keep("person");
  await page.keyboard.press("Escape");
  const more = page.getByRole("button", { name: words.room.more, exact: true });
  await more.click();
  await keep("menu");
  await page.getByRole("button", { name: words.sound.title, exact: true }).click();
  await keep("sound");
  await page.keyboard.press("Escape");
  await page.goto("/");
  await keep("bar");
  await page.request.delete(`/api/rooms/${roomId}/seat`);
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await keep("sign-in");
}
