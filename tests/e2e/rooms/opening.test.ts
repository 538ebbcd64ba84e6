import { expect, type Page } from "@playwright/test";
import { expectTone } from "@/tests/e2e/support/hear";
import { type Person, test } from "@/tests/e2e/support/people";
import { expectRole, expectState, listen } from "@/tests/e2e/support/room-page";
import { shiftsOf, watchShifts } from "@/tests/e2e/support/shifts";
import { TONES, timesAsked } from "@/tests/e2e/support/tone";

/** Opens a room by the form, and answers its id once its page is there. */
async function openByForm({ page }: Person, title: string): Promise<string> {
  await page.goto("/rooms/new");
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Open the room" }).click();
  await page.waitForURL(/\/rooms\/[0-9a-f-]{36}$/);
  return page.url().split("/").at(-1) ?? "";
}

/** Source: measured goal of a live room. */
const MOST_SHIFTS = 0.02;

/** Somebody's face on the stage lies under nothing. */
async function expectInView(page: Page, personId: string): Promise<void> {
  const face = page.locator(`[data-testid="on-stage"][data-person="${personId}"]`);
  await expect(face).toBeInViewport({ ratio: 1 });
  const isFree = await face.evaluate((element) => {
    const { left, top, width } = element.getBoundingClientRect();
    return [20, 32, 60].every((down) => element.contains(document.elementFromPoint(left + width / 2, top + down)));
  });
  expect(isFree, "the face on the stage is covered").toBe(true);
}

/** What a page says of how full the room is. */
async function figures(page: Page) {
  const { taken, onStage, listening } = (await page
    .getByTestId("seats")
    .first()
    .evaluate((element: HTMLElement) => ({ ...element.dataset }))) as Record<string, string>;
  return { taken, onStage, listening };
}

test("whoever opens a room is on its stage and heard by that one tap, and every page counts the same", async ({
  arrive,
}) => {
  const [ada, dev, guest] = [
    await arrive("ada", { viewport: { width: 390, height: 664 } }),
    await arrive("dev"),
    await arrive("guest"),
  ];
  const title = "Opened by the form";
  const id = await openByForm(ada, title);
  await expectState(ada.page, "live");
  await expectRole(ada.page, "host");
  await expect(ada.page.getByTestId("room")).toHaveAttribute("data-microphone", "on");
  expect(await timesAsked(ada.page)).toBe(1);
  expect(await ada.page.evaluate(() => scrollY)).toBe(0);
  await expect(ada.page.getByText("Your room is live, and you are on stage")).toBeInViewport();
  await expect(ada.page.getByRole("button", { name: "Listen" })).toHaveCount(0);
  expect(await figures(ada.page)).toEqual({ taken: "1", onStage: "1", listening: "0" });

  await listen(dev, id);
  await expectTone(dev.page, TONES.ada);
  const both = { taken: "2", onStage: "1", listening: "1" };
  for (const { page } of [ada, dev]) {
    await expect.poll(() => figures(page)).toEqual(both);
    await expect(page.getByTestId("audience")).toHaveAttribute("data-count", "1");
  }
  await guest.page.goto(`/rooms/${id}`);
  expect(await figures(guest.page)).toEqual(both);
  await guest.page.goto("/");
  const card = guest.page.getByRole("listitem").filter({ hasText: title });
  await expect(card.getByTestId("seats")).toHaveText("2 of 5,000 seats taken: 1 on stage, 1 listening");

  await ada.page.reload();
  await expectState(ada.page, "live");
  await expectRole(ada.page, "host");
  await expect(ada.page.getByText("Your room is live, and you are on stage")).toHaveCount(0);
  await ada.call("DELETE", `/api/rooms/${id}`);
});

test("a host whose microphone is refused is on stage and muted, hears how to allow it, and shares the room", async ({
  arrive,
}) => {
  const ada = await arrive("ada", { ownMicrophone: true, viewport: { width: 375, height: 667 } });
  await watchShifts(ada.context);
  await ada.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await ada.context.addInitScript(() => {
    const refuse = async () => {
      throw new DOMException("no", "NotAllowedError");
    };
    Object.defineProperty(navigator.mediaDevices, "getUserMedia", { value: refuse });
  });
  await ada.page.goto("/");
  const id = await openByForm(ada, "Opened without a microphone");
  await expectState(ada.page, "live");
  await expectRole(ada.page, "host");
  await expect(ada.page.getByTestId("session-notice")).toHaveAttribute("data-notice", "microphoneRefused");
  await expect(ada.page.getByText("Click the sign beside the address")).toBeVisible();

  const opened = ada.page.getByText("Nobody hears you yet.");
  await expect(opened).toBeVisible();
  await expectInView(ada.page, ada.id);
  const arrival = await shiftsOf(ada.page);
  expect(arrival.total, `moved on arrival: ${JSON.stringify(arrival.worst)}`).toBeLessThanOrEqual(MOST_SHIFTS);
  await ada.page.getByRole("button", { name: "Share" }).first().click();
  const dialog = ada.page.getByRole("dialog", { name: "Bring people in" });
  await dialog.getByRole("button", { name: "Copy the link" }).click();
  await expect(dialog.getByText("The link is copied.")).toBeVisible();
  expect(await ada.page.evaluate(() => navigator.clipboard.readText())).toBe(ada.page.url());
  await dialog.getByText("QR code", { exact: true }).click();
  await expect(dialog.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  await dialog.getByText("On another website").click();
  const html = await dialog.getByLabel("HTML to embed").inputValue();
  expect(html).toContain(`<iframe src="${new URL(ada.page.url()).origin}/embed/rooms/${id}"`);
  const picture = await ada.page.request.get(`/rooms/${id}/card.png`);
  expect(picture.headers()["content-type"]).toBe("image/png");
  await dialog.getByRole("button", { name: "Close" }).click();
  await ada.page.getByRole("button", { name: "Not now" }).click();
  await expect(ada.page.getByTestId("session-notice").getByText("No microphone is allowed")).toBeVisible();
  await expectInView(ada.page, ada.id);

  await ada.call("PATCH", `/api/rooms/${id}`, { kind: "closed" });
  await expect(ada.page.getByText("By invitation")).toBeVisible();
  await ada.page.getByRole("button", { name: "Share" }).first().click();
  await dialog.getByRole("button", { name: "Make an invitation link" }).click();
  await expect(dialog.getByLabel("Link to this room")).toHaveValue(/\?invite=[\w-]+$/);
  await dialog.getByRole("button", { name: "Close" }).click();

  await ada.page.goBack();
  await expect(ada.page).toHaveURL(/\/$/);
  await expect(ada.page.getByTestId("room-bar")).toBeVisible();
  await ada.call("DELETE", `/api/rooms/${id}`);
});
