import { expect, type Page } from "@playwright/test";
import type { Ears } from "./ears";
import type { Person } from "./people";

export const languages = (page: Page) => page.getByTestId("languages");
export const booth = (page: Page) => page.getByTestId("booth");

export const assign = (host: Person, person: Person, roomId: string, language = "de") =>
  host.call("PUT", `/api/rooms/${roomId}/interpreters/${person.id}`, { language });

/** What has come of languages since one came in, or one's own desk, lies over the stage until a tap puts it in its place. */
async function takeIn({ page }: Person): Promise<void> {
  const news = page.getByTestId("interpreting-news");
  await expect(news.or(languages(page)).or(booth(page)).first()).toBeVisible();
  if (await news.isVisible()) await news.getByRole("button", { name: /^(Choose a language|To my desk)$/ }).click();
  await expect(news).toHaveCount(0);
}

/** An interpreter opens their desk, which may have come while they were in the room. */
export async function toDesk(person: Person): Promise<void> {
  await takeIn(person);
  await expect(booth(person.page)).toBeVisible();
}

/** An interpreter goes on the air at their own desk. */
export async function goOnAir(person: Person, button = "Go on air"): Promise<void> {
  const { page } = person;
  await expect(page.getByTestId("interpreting-news").or(booth(page)).first()).toBeVisible();
  await toDesk(person);
  await expect(booth(page)).toHaveAttribute("data-connected", "true");
  await booth(page).getByRole("button", { name: button }).click();
  await expect(booth(page)).toHaveAttribute("data-on-air", "true");
}

export async function choose(person: Person, language: string): Promise<void> {
  await takeIn(person);
  await languages(person.page).getByLabel("Hear the room in").selectOption(language);
}

export const expectHeard = ({ page }: Person, state: string): Promise<void> =>
  expect(languages(page)).toHaveAttribute("data-state", state);

/** How loud the room is beneath the interpreter: behind a button beside the choice. */
export async function openFloorSlider({ page }: Person) {
  await languages(page).getByRole("button", { name: "How loud" }).click();
  return languages(page).getByRole("slider");
}

/** What an interpreter reads of how many listen: counted every five seconds, read as often. */
export const expectListeners = ({ page }: Person, text: string) =>
  expect(booth(page).getByTestId("booth-listeners")).toHaveText(text, { timeout: 20_000 });

/** Milliseconds until a tone is as loud as that; five seconds at most. */
export const untilAsLoud = ({ page }: Person, hz: number, atLeastDb: number): Promise<number> =>
  page.evaluate(
    async ([wanted, level]) => {
      const startedAt = performance.now();
      while (performance.now() - startedAt < 5_000 && (await earsOf().measure(wanted)).toneDb < level) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return performance.now() - startedAt;
    },
    [hz, atLeastDb] as const,
  );

/** Known in the page only, where `installEars` has put it. */
declare function earsOf(): Ears;
