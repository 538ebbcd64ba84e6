import { expect, type Page } from "@playwright/test";
import type { MineView } from "@/lib/wire/rooms/mine";
import type { JoinAnswer } from "@/lib/wire/seats/door";
import type { Person } from "./people";

/** The room as the page shows it: its `data-state`, `data-role` and `data-microphone` say how the session stands. */
export const room = (page: Page) => page.getByTestId("room");

export const expectState = (page: Page, state: string, timeout = 15_000): Promise<void> =>
  expect(room(page)).toHaveAttribute("data-state", state, { timeout });

export const expectRole = (page: Page, role: string): Promise<void> =>
  expect(room(page)).toHaveAttribute("data-role", role);

/** What the page says about the session, such as `removed`; empty while all is well. */
export const expectNotice = (page: Page, notice: string, timeout = 10_000): Promise<void> =>
  expect(page.getByTestId("session-notice")).toHaveAttribute("data-notice", notice, { timeout });

/** Opens the room's page and taps *Listen*. */
export async function listen({ page }: Person, roomId: string): Promise<void> {
  await page.goto(`/rooms/${roomId}`);
  await page.getByRole("button", { name: "Listen", exact: true }).click();
  await expectState(page, "live");
}

/** Presses the microphone on or off, and waits until it is. */
export async function speak({ page }: Person, on = true): Promise<void> {
  await page.getByTestId("microphone").click();
  await expect(page.getByTestId("microphone")).toHaveAttribute("data-on", String(on));
}

/** Ada comes as the host and talks; then these people come and listen, one after the other. */
export async function openTheStage(ada: Person, roomId: string, ...listeners: Person[]): Promise<void> {
  await listen(ada, roomId);
  await expectRole(ada.page, "host");
  await speak(ada);
  for (const person of listeners) await listen(person, roomId);
}

/** Takes somebody from the audience to the stage, by an invitation that they accept on their screen. They arrive muted. */
export async function bringUp(host: Person, person: Person, roomId: string): Promise<void> {
  await host.call("POST", `/api/rooms/${roomId}/offers/${person.id}`);
  await person.page.getByRole("button", { name: "Join stage" }).click();
  await expectRole(person.page, "speaker");
}

/** Ada talks, and somebody comes up to her, muted. */
export async function openTheStageWith(ada: Person, person: Person, roomId: string): Promise<void> {
  await openTheStage(ada, roomId, person);
  await bringUp(ada, person, roomId);
}

/** Opens the dialog of devices, tests and how one speaks. */
export async function openSound({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Sound", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Sound" })).toBeVisible();
}

/** Waits until somebody's page shows another one on the stage. */
export const expectOnStage = ({ page }: Person, other: Person): Promise<void> =>
  expect(page.locator(`[data-testid="on-stage"][data-person="${other.id}"]`)).toBeVisible();

/** What one may do about somebody, opened by a tap on their face. */
export async function openSheet({ page }: Person, other: Person): Promise<void> {
  await page.locator(`[data-person="${other.id}"]`).getByRole("button").first().click();
}

/** A fresh seat's media address and token, asked for as a script would. */
export const passOf = async (person: Person, roomId: string): Promise<JoinAnswer["media"]> =>
  (await person.call<JoinAnswer>("POST", `/api/rooms/${roomId}/seat`)).media;

/** What the server holds as this person's own in the room. */
export const mineOf = (person: Person, roomId: string): Promise<MineView> =>
  person.call("GET", `/api/rooms/${roomId}/mine`);
