import { expect, type Page } from "@playwright/test";
import type { PersonFace } from "@/lib/wire/people/views";
import { expectInkInside } from "./support/ink";
import { type Person, test } from "./support/people";
import { bringUp, expectOnStage, listen, openTheStage, speak } from "./support/room-page";

const MARKS = "\u0301\u0308\u0302\u030c\u0323\u0338\u0332\u0333".repeat(20);
const TURNING = `שרה (5) Z${MARKS}`;
const LONG = "Donaudampfschiff".repeat(8).slice(0, 120);

/** Whatever of it stands anywhere. */
const PLANTED = /Donaudampf|שרה|x\nx/;

const NARROW = { width: 320, height: 640 };

test("what strangers wrote stays inside its own box and turns nothing beside it; who passes for the host is shown with their handle", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  test.setTimeout(120_000);
  const [cleo, dev, guest] = [await arrive("cleo"), await arrive("dev"), await arrive("guest", { viewport: NARROW })];
  const [host, ...others] = await Promise.all([ada, cleo, dev].map(faceOf));
  try {
    await cleo.call("PATCH", "/api/me", { name: TURNING });
    await dev.call("PATCH", "/api/me", { name: host?.name.replace("A", "А").replaceAll("a", "а") });
    await ada.call("PATCH", `/api/rooms/${id}`, {
      title: LONG,
      description: `a${"\n".repeat(50)}${TURNING}`,
      topics: [TURNING.slice(0, 30)],
    });
    await openTheStage(ada, id, cleo);
    await bringUp(ada, cleo, id);
    await listen(dev, id);
    await expect(ada.page.getByText(/has a name that looks like that of/)).toBeVisible();
    await dev.call("POST", `/api/rooms/${id}/hand`, { question: LONG + TURNING.slice(0, 12) });
    await dev.call("POST", `/api/rooms/${id}/chat`, { text: `${TURNING}${"\nx".repeat(50)}` });
    await listen(guest, id);
    await expectOnStage(guest, cleo);

    const handle = `@${others[1]?.handle}`;
    await expect(ada.page.getByTestId("hands").locator(`[data-person="${dev.id}"]`)).toContainText(handle);
    await ada.page.getByRole("tab", { name: /^Chat/ }).click();
    await expect(ada.page.getByTestId("chat-room").getByText(handle)).toBeVisible();
    for (const { page } of [ada, guest]) await expectContained(page);
    // Nothing else may change while the ink is compared: no ring follows a voice.
    await speak(ada, false);
    for (const { page } of [ada, guest]) expect(await expectInkInside(page, PLANTED)).toBeGreaterThan(3);
    await expect(guest.page.locator(`[data-testid="on-stage"][data-person="${ada.id}"]`)).not.toContainText("@");

    const hallway = await guest.context.newPage();
    for (const size of [NARROW, { width: 1280, height: 800 }]) {
      await hallway.setViewportSize(size);
      await hallway.goto("/");
      await expectContained(hallway);
      expect(await expectInkInside(hallway, PLANTED)).toBeGreaterThan(1);
      await expectInOrder(hallway, id);
    }
  } finally {
    for (const [place, person] of [cleo, dev].entries()) {
      await person.call("PATCH", "/api/me", { name: others[place]?.name });
    }
  }
});

const faceOf = ({ id, call }: Person): Promise<PersonFace> => call("GET", `/api/people/${id}`);

/** Every piece of what was planted is set apart, clipped by an element of its own, and inside the window. */
async function expectContained(page: Page): Promise<void> {
  await page.waitForLoadState();
  await expect(page.getByText("Donaudampfschiff").first()).toBeVisible();
  const faults = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? "";
      const box = node.parentElement;
      if (!box?.checkVisibility() || !/Donaudampf|שרה/.test(text) || box.closest(".sr-only, script")) continue;
      const words = text.slice(0, 24);
      let clips: Element | null = box;
      while (clips && getComputedStyle(clips).overflowY === "visible") clips = clips.parentElement;
      const around = clips?.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(node);
      const drawn = range.getBoundingClientRect();
      if (!around || around.width > 0.9 * innerWidth + 40 || clips?.matches("main, body, html, dialog"))
        found.push(`${words}: not clipped`);
      else if (around.left < 0 || around.right > innerWidth) found.push(`${words}: outside the window`);
      else if (drawn.top < around.top - 4 || drawn.bottom > Math.max(around.bottom, around.top + drawn.height) + 4)
        found.push(`${words}: outside its box`);
      if (/שרה/.test(text) && !/\u2068/.test(text) && !box.closest("bdi, [dir=auto]"))
        found.push(`${words}: turns what is beside it`);
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push("the page scrolls sideways");
    return found;
  });
  expect(faults, page.url()).toEqual([]);
}

/** The names of a card stand in their order, whatever direction one of them has. */
async function expectInOrder(page: Page, roomId: string): Promise<void> {
  const names = page.locator("li", { has: page.locator(`a[href="/rooms/${roomId}"]`) }).locator("p bdi");
  const boxes = await names.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  expect(boxes.length).toBeGreaterThan(1);
  for (const [place, box] of boxes.entries()) {
    const before = boxes[place - 1];
    if (before) expect(box.top > before.top + 4 || box.left >= before.right).toBe(true);
  }
}
