import { expect, type Page } from "@playwright/test";
import { expectSilence, expectTone } from "@/tests/e2e/support/hear";
import { test } from "@/tests/e2e/support/people";
import { expectRole, expectState, listen, openTheStage, speak } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

test("with hands off the button says so and the API refuses; once they are on, a hand leads to the stage and back", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id, dev);
  await choose(ada.page, "Nobody");
  await expect(dev.page.getByRole("button", { name: "Hands are off" })).toBeDisabled();
  await dev.call("POST", `/api/rooms/${id}/hand`, undefined, 409);
  await expectRole(dev.page, "listener");

  await choose(ada.page, "Everyone");
  await dev.page.getByRole("button", { name: "Raise hand" }).click();
  await dev.page.getByRole("button", { name: "Add a question" }).click();
  await dev.page.getByRole("textbox", { name: "Your question" }).fill("Why at night?");
  await dev.page.getByRole("button", { name: "Save the question" }).click();
  const hand = ada.page.getByTestId("hands").locator(`ol [data-person="${dev.id}"]`);
  await expect(hand).toContainText("Why at night?");
  await hand.getByRole("button", { name: /^Invite/ }).click();
  await expect(ada.page.getByTestId("offers").locator(`[data-person="${dev.id}"]`)).toBeVisible();
  await expect(hand).toHaveCount(0);
  const takeBack = ada.page.getByRole("status").getByRole("button", { name: "Take back" });
  await expect(takeBack).toBeVisible();

  await dev.page.getByRole("button", { name: "Join stage" }).click();
  await expectRole(dev.page, "speaker");
  await expect(ada.page.getByTestId("offers")).toHaveCount(0);
  await expect(takeBack, "an invitation that was answered cannot be taken back").toHaveCount(0, { timeout: 3_000 });
  await speak(dev);
  await expectTone(ada.page, TONES.dev);
  await dev.call("DELETE", `/api/rooms/${id}/stage/${dev.id}`, undefined, 204);
  await expectSilence(ada.page, TONES.dev);
  await expectRole(dev.page, "listener");
  await expect(dev.page.getByText("You are back in the audience")).toBeVisible();
});

test("for the followed, whoever Ada follows may raise a hand and a stranger may not; parked hands come back in order", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const [dev, cleo] = [await arrive("dev"), await arrive("cleo")];
  await ada.call("POST", `/api/people/${dev.id}/follow`);
  await ada.call("DELETE", `/api/people/${cleo.id}/follow`);
  await listen(ada, id);
  await listen(cleo, id);
  await listen(dev, id);
  await cleo.page.getByRole("button", { name: "Raise hand" }).click();
  const queue = ada.page.getByTestId("hands").locator("ol [data-person]");
  await expect(queue).toHaveCount(1);

  await choose(ada.page, "Followed");
  await expect(ada.page.getByTestId("parked").locator(`[data-person="${cleo.id}"]`)).toBeVisible();
  await dev.page.getByRole("button", { name: "Raise hand" }).click();
  await expect(queue).toHaveCount(2);
  await expect(queue.first()).toHaveAttribute("data-person", dev.id);
  await cleo.call("DELETE", `/api/rooms/${id}/hand`, undefined, 204);
  await cleo.call("POST", `/api/rooms/${id}/hand`, undefined, 409);
  await expect(queue).toHaveCount(1);

  await choose(ada.page, "Everyone");
  await cleo.call("POST", `/api/rooms/${id}/hand`);
  await expect(queue).toHaveCount(2);
  await choose(ada.page, "Nobody");
  await expect(ada.page.getByTestId("parked").locator("[data-person]")).toHaveCount(2);
  await choose(ada.page, "Everyone");
  await expect(ada.page.getByTestId("parked")).toHaveCount(0);
  await expect(queue.first()).toHaveAttribute("data-person", dev.id);
  await expect(queue.last()).toHaveAttribute("data-person", cleo.id);
});

test("an offer lost to a reload is shown again, accepted, and the sound is heard", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id, dev);
  await ada.call("POST", `/api/rooms/${id}/offers/${dev.id}`);
  await expect(dev.page.getByRole("button", { name: "Join stage" })).toBeVisible();
  await dev.page.reload();
  await expectState(dev.page, "live");
  await expectRole(dev.page, "listener");
  await dev.page.getByRole("button", { name: "Join stage" }).click();
  await expectRole(dev.page, "speaker");
  await expectSilence(ada.page, TONES.dev, { withinMs: 0 });
  await speak(dev);
  await expectTone(ada.page, TONES.dev);
});

/** Sets whose hands count, and waits until it holds. */
async function choose(page: Page, mode: "Nobody" | "Followed" | "Everyone"): Promise<void> {
  const held = page.waitForResponse((response) => response.request().method() === "PATCH" && response.ok());
  await page.getByTestId("hands").getByText(mode, { exact: true }).click();
  await held;
}
