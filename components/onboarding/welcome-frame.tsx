import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import { WELCOME_STEPS, type WelcomeStep } from "@/lib/domain/onboarding/welcome";

/** What every screen of the welcome has: how far one is, what it is about. */
export function WelcomeFrame({ step, children }: { step: WelcomeStep; children: ReactNode }) {
  const t = useTranslations("welcome");
  const at = WELCOME_STEPS.indexOf(step);
  return (
    <div className="wrap-page max-w-xl pb-36 pt-2 md:pt-8">
      <p className="mb-2 text-sm text-soft">{t("step", { step: at + 1, of: WELCOME_STEPS.length })}</p>
      <div aria-hidden="true" className="mb-6 flex gap-1.5">
        {WELCOME_STEPS.map((one, place) => (
          <span key={one} className={classes("h-1 flex-1 rounded-full", place <= at ? "bg-light" : "bg-line")} />
        ))}
      </div>
      <h1 className="text-3xl font-bold md:text-4xl">{t(`${step}.title`)}</h1>
      <p className="mb-7 mt-1 text-soft">{t(`${step}.lead`)}</p>
      {children}
    </div>
  );
}
