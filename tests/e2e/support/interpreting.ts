import { expect, type Page } from "@playwright/test";
import type { Ears } from "./ears";
import type { Person } from "./people";

export const languages = (page: Page) => page.getByTestId("languages");
export const booth = (page: Page) => page.getByTestId("booth");

export const assign = (host: Person, person: Person, roomId: string, language = "de") =>
  host.call("PUT", `/api/rooms/${roomId}/interpreters/${person.id}`, { language });

/** An interpreter goes on the air at their own desk. */
export async function goOnAir({ page }: Person, button = "Go on air"): Promise<void> {
  await expect(booth(page)).toHaveAttribute("data-connected", "true");
  await booth(page).getByRole("button", { name: button }).click();
  await expect(booth(page)).toHaveAttribute("data-on-air", "true");
}

export async function choose({ page }: Person, language: string): Promise<void> {
  await languages(page).getByLabel("Hear the room in").selectOption(language);
}

export const expectHeard = ({ page }: Person, state: string): Promise<void> =>
  expect(languages(page)).toHaveAttribute("data-state", state);

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
