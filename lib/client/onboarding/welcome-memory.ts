import type { WelcomeStep } from "@/lib/domain/onboarding/welcome";

/** What stands in a form, by the names of its fields. */
export type Filled = Readonly<Record<string, readonly string[]>>;

const keyOf = (step: WelcomeStep): string => `plenum-welcome-${step}`;

/** What a newcomer has filled in on a screen and not sent, in the tab's own storage: a reload loses none of it. */
export const welcomeMemory = {
  read(step: WelcomeStep): Filled | null {
    try {
      return JSON.parse(sessionStorage.getItem(keyOf(step)) ?? "null");
    } catch {
      return null;
    }
  },
  keep(step: WelcomeStep, filled: Filled): void {
    try {
      sessionStorage.setItem(keyOf(step), JSON.stringify(filled));
    } catch {
      // Private windows may keep nothing; then it lives as long as the page.
    }
  },
  clear(step: WelcomeStep): void {
    try {
      sessionStorage.removeItem(keyOf(step));
    } catch {
      // Nothing was kept either.
    }
  },
};
