import { safeNextPath } from "@/lib/domain/sign-in/next-path";

/** The screens that a newcomer is shown, in their order. */
export const WELCOME_STEPS = ["name", "tastes", "people"] as const;

export type WelcomeStep = (typeof WELCOME_STEPS)[number];

const PATH = "/welcome";

/** Where one goes once signed in, and on to `next` from there; who was shown around before is led on at once. */
export const welcomePath = (next: string, step?: WelcomeStep): string => {
  const asked = new URLSearchParams({ ...(step && { step }), ...(next !== "/" && { next }) });
  return asked.size > 0 ? `${PATH}?${asked}` : PATH;
};

/** Which screen an address asks for, and where it leads on: never to another site, nor back here in a circle. */
export function readWelcome(asked: { step?: unknown; next?: unknown }): { step: WelcomeStep; next: string } {
  const step = WELCOME_STEPS.find((one) => one === asked.step) ?? WELCOME_STEPS[0];
  const next = safeNextPath(typeof asked.next === "string" ? asked.next : null);
  const [path = ""] = next.split(/[?#]/);
  return { step, next: path === PATH || path.startsWith(`${PATH}/`) ? "/" : next };
}

/** The screen after this one; null after the last. */
export const stepAfter = (step: WelcomeStep): WelcomeStep | null =>
  WELCOME_STEPS[WELCOME_STEPS.indexOf(step) + 1] ?? null;
