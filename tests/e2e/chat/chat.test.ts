import { expect, type Page } from "@playwright/test";
import { type Person, test } from "@/tests/e2e/support/people";
import { expectState, listen } from "@/tests/e2e/support/room-page";

const chat = (page: Page, channel: "room" | "moderators" = "room") => page.getByTestId(`chat-${channel}`);

/** On a desk the chat stands beside the room; whoever leads it finds it a tab away. */
async function openChat(page: Page, tab: RegExp = /^Chat/): Promise<void> {
  await page.getByRole("tab", { name: tab }).click();
}

/** Dev listens in Ada's room, and Ada has the chat in view. */
async function devReads({ id, ada, dev }: { id: string; ada: Person; dev: Person }): Promise<void> {
  await Promise.all([listen(ada, id), listen(dev, id)]);
  await openChat(ada.page);
}

async function write({ page }: Person, text: string): Promise<void> {
  await page.getByRole("textbox", { name: /^Write to/ }).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
}

const messageOf = (page: Page, text: string) => chat(page).locator("[data-message]").filter({ hasText: text });

async function menuOf(page: Page, text: string, act: string): Promise<void> {
  await messageOf(page, text).hover();
  await messageOf(page, text)
    .getByRole("button", { name: /^What to do/ })
    .click();
  await messageOf(page, text).getByRole("button", { name: act }).click();
}

test("two people write and read live, links lead out plainly, and whoever comes later finds it all", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await devReads({ id, ada, dev });
  await write(dev, "Good evening, is https://example.org/trains the timetable?");
  await expect(messageOf(ada.page, "Good evening")).toBeVisible();
  const link = messageOf(ada.page, "Good evening").getByRole("link");
  await expect(link).toHaveAttribute("href", "https://example.org/trains");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow ugc");
  await expect(link).toHaveAttribute("target", "_blank");

  await write(ada, "It is, <b>Dev</b>");
  await expect(messageOf(dev.page, "It is, <b>Dev</b>")).toBeVisible();
  await expect(dev.page.getByTestId("own-message")).toHaveCount(0);
  await expect(chat(dev.page).locator("[data-message]")).toHaveCount(2);

  const cleo = await arrive("cleo");
  await listen(cleo, id);
  await expect(messageOf(cleo.page, "Good evening")).toBeVisible();
  await expect(messageOf(cleo.page, "It is")).toBeVisible();

  const draft = "And on Sundays it";
  await dev.page.getByRole("textbox", { name: /^Write to/ }).fill(draft);
  await dev.page.reload();
  await expectState(dev.page, "live");
  await expect(dev.page.getByRole("textbox", { name: /^Write to/ })).toHaveValue(draft);
  await write(dev, `${draft} runs late`);
  await expect(messageOf(ada.page, "runs late")).toBeVisible();
  await dev.page.reload();
  await expectState(dev.page, "live");
  await expect(dev.page.getByRole("textbox", { name: /^Write to/ })).toHaveValue("");
});

test("a mode closes the chat to those it leaves out, on their screen and at the server", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await devReads({ id, ada, dev });
  await ada.page.getByLabel("Who writes").selectOption("speakers");
  await expect(dev.page.getByTestId("chat-closed")).toHaveText("Just now only the stage writes here.");
  await dev.call("POST", `/api/rooms/${id}/chat`, { text: "Let me in" }, 409);
  await write(ada, "Only we write now");
  await expect(messageOf(dev.page, "Only we write now")).toBeVisible();

  await ada.page.getByLabel("Who writes").selectOption("everyone");
  await ada.page.getByLabel("Slow mode").selectOption("60");
  await expect(dev.page.getByTestId("chat-closed")).toHaveCount(0);
  await write(dev, "My first line");
  await expect(dev.page.getByTestId("chat-wait")).toBeVisible();
  await dev.call("POST", `/api/rooms/${id}/chat`, { text: "Too soon" }, 429);
  await expect(messageOf(ada.page, "Too soon")).toHaveCount(0);
});

test("a deleted line vanishes from both screens, and whoever is taken out of the chat reads on", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await devReads({ id, ada, dev });
  await write(dev, "Something rude");
  await write(dev, "Something kind");
  await expect(messageOf(ada.page, "Something kind")).toBeVisible();
  await menuOf(ada.page, "Something rude", "Delete message");
  await expect(messageOf(dev.page, "Something rude")).toHaveCount(0);
  await expect(messageOf(ada.page, "Something rude")).toHaveCount(0);
  await expect(messageOf(dev.page, "Something kind")).toBeVisible();

  await menuOf(ada.page, "Something kind", "Remove from chat");
  await expect(dev.page.getByTestId("chat-closed")).toContainText("A moderator took you out of the chat");
  await dev.call("POST", `/api/rooms/${id}/chat`, { text: "Still here" }, 409);
  await write(ada, "Read on, Dev");
  await expect(messageOf(dev.page, "Read on, Dev")).toBeVisible();
  await expect(dev.page.getByTestId("room")).toHaveAttribute("data-role", "listener");
});

test("a line that could not be sent stays, and is sent once by another try", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await devReads({ id, ada, dev });
  // The server stores it, and the answer is lost on its way.
  await dev.page.route(`**/api/rooms/${id}/chat`, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await write(dev, "Lost on the way");
  await expect(dev.page.getByTestId("own-message").getByRole("alert")).toBeVisible();
  await dev.page.unroute(`**/api/rooms/${id}/chat`);
  await dev.page.getByRole("button", { name: "Send again" }).click();
  await expect(dev.page.getByTestId("own-message")).toHaveCount(0);
  await expect(messageOf(dev.page, "Lost on the way")).toHaveCount(1);
  await expect(messageOf(ada.page, "Lost on the way")).toHaveCount(1);
});

test("the moderators' channel is there for those who lead the room, and for nobody else", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await devReads({ id, ada, dev });
  await ada.page.getByRole("textbox", { name: "Write to everyone" }).fill("Half a thought");
  await openChat(ada.page, /^Moderators/);
  await write(ada, "Dev is next");
  await expect(chat(ada.page, "moderators").locator("[data-message]")).toHaveCount(1);
  await expect(dev.page.getByRole("tab", { name: /^Moderators/ })).toHaveCount(0);
  await dev.call("GET", `/api/rooms/${id}/chat?channel=moderators`, undefined, 404);
  await openChat(ada.page);
  await expect(ada.page.getByRole("textbox", { name: "Write to everyone" })).toHaveValue("Half a thought");
  await write(ada, "Welcome");
  await expect(messageOf(dev.page, "Welcome")).toBeVisible();
  await expect(dev.page.getByText("Dev is next")).toHaveCount(0);
});

test("on a phone the dock says what is unread and opens the chat", async ({ arrive, adasRoom: { id, ada } }) => {
  const dev = await arrive("dev", { viewport: { width: 360, height: 720 } });
  await listen(ada, id);
  await listen(dev, id);
  await expect(dev.page.getByTestId("open-chat")).toHaveAccessibleName("Chat");
  await openChat(ada.page);
  await write(ada, "Hello, @dev");
  await expect(dev.page.getByTestId("open-chat")).toHaveAccessibleName("Chat, one new message");
  await dev.page.getByTestId("open-chat").click();
  await expect(messageOf(dev.page, "Hello, @dev")).toBeVisible();
  await dev.page.getByRole("button", { name: "Close" }).click();
  await expect(dev.page.getByTestId("open-chat")).toHaveAccessibleName("Chat");
});
