import { expect, type Page } from "@playwright/test";
import { findCovered } from "@/tests/e2e/support/covered";
import { type Person, test } from "@/tests/e2e/support/people";
import { expectState, openTheStage } from "@/tests/e2e/support/room-page";

/** From the smallest phone to a large desk; one on its side, and one whose keyboard takes the lower half. */
const SIZES = [
  [320, 568],
  [390, 420],
  [568, 320],
  [768, 1024],
  [1280, 720],
  [2560, 1440],
] as const;

/** Where other words, or the other direction, could make a difference. */
const NARROWEST_AND_COMMON = [SIZES[0], SIZES[4]] as const;

const PAGES = ["/", "/settings", "/people/ada", "/rooms/new"] as const;

test("nothing that can be read or tapped lies under a bar, on any page, at any size, in any language", {
  tag: "@long",
}, async ({ arrive, product, adasRoom: { id, ada } }) => {
  test.setTimeout(120_000);
  const [dev, guest] = [await arrive("dev"), await arrive("guest")];
  await openTheStage(ada, id, dev);
  await dev.call("POST", `/api/rooms/${id}/hand`, { question: "Why at night?" });
  for (const locale of ["en", "de"]) {
    for (const person of [ada, dev, guest])
      await person.context.addCookies([{ name: "plenum-locale", value: locale, url: product.url }]);
    for (const person of [ada, dev]) {
      await person.page.goto(`/rooms/${id}`);
      await expectState(person.page, "live");
      await expect(person.page.getByTestId("bottom-bar")).toBeVisible();
      await expectFree(
        person.page,
        `the room of ${person === ada ? "its host" : "a listener"}, ${locale}`,
        locale === "en",
      );
    }
    await guest.page.goto(`/rooms/${id}`);
    await expectFree(guest.page, `the room from outside, ${locale}`, locale === "en");
    for (const path of PAGES) {
      await dev.page.goto(path);
      await expect(dev.page.getByTestId("room-bar")).toHaveAttribute("data-state", "live");
      await expectFree(dev.page, `${path}, ${locale}`, locale === "en");
    }
  }
});

test("every panel beside a room is a tab away, whole and free, on a desk and on a phone", async ({
  arrive,
  product,
}) => {
  const ada = await arrive("ada");
  await ada.context.addCookies([{ name: "plenum-locale", value: "de", url: product.url }]);
  const fields = { title: "Ein Saal zu wenig", overflowRooms: 2 };
  const { room } = await ada.call<{ room: { id: string } }>("POST", "/api/rooms", fields, 201);
  await ada.page.goto(`/rooms/${room.id}`);
  await ada.page.getByRole("button", { name: "Zuhören", exact: true }).click();
  await expectState(ada.page, "live");
  const panel = ada.page.getByTestId("panel");
  await expect(panel.getByRole("tab")).toHaveCount(5);
  for (const [width, height] of SIZES) {
    await ada.page.setViewportSize({ width, height });
    if (width < 1024) await openPanel(ada);
    const outside = await panel.evaluate((aside) => {
      const box = aside.getBoundingClientRect();
      const tabs = [...aside.querySelectorAll("[role=tab]")];
      const cut = tabs.filter((tab) => {
        const { left, right } = tab.getBoundingClientRect();
        return left < box.left - 0.5 || right > box.right + 0.5 || tab.scrollWidth > tab.clientWidth;
      });
      return cut.map((tab) => tab.textContent);
    });
    expect(outside, `tabs cut off at ${width} × ${height}`).toEqual([]);
    for (const tab of await panel.getByRole("tab").all()) {
      await tab.click();
      await expect(tab).toHaveAttribute("aria-selected", "true");
    }
    if (width < 1024) await ada.page.keyboard.press("Escape");
  }
  await ada.call("DELETE", `/api/rooms/${room.id}`);
});

async function openPanel({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: /^Meldungen und mehr/ }).click();
  await expect(page.getByRole("tab", { name: "Verlauf" })).toBeVisible();
}

/** At each size; turned round, and in another language than the first, at the two that tell most. */
async function expectFree(page: Page, where: string, isFirst: boolean): Promise<void> {
  for (const direction of ["ltr", "rtl"]) {
    await page.evaluate((dir) => {
      document.documentElement.dir = dir;
    }, direction);
    for (const [width, height] of isFirst && direction === "ltr" ? SIZES : NARROWEST_AND_COMMON) {
      await page.setViewportSize({ width, height });
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      expect(await findCovered(page), `${where}, ${width} × ${height}, ${direction}`).toEqual([]);
    }
  }
}
