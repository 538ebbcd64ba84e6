import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useChannel } from "./use-channel";
import type { InterpretingActs } from "./use-interpreting-acts";
import { useLanguageName } from "./use-language-name";

/** Nobody can say after a sentence how well they understand. */
const ASK_AFTER_MS = 3 * 60_000;

const GRADES = [1, 2, 3, 4, 5];

/** Asked once, in no dialog: a page that is loaded anew does not ask again. */
const asked = new Set<string>();

type RateLanguageProps = { hallId: string; language: string; acts: InterpretingActs };

/** After a while: how well one understands it, in one tap or none. */
export function RateLanguage({ hallId, language, acts }: RateLanguageProps) {
  const t = useTranslations("interpreting");
  const nameOf = useLanguageName();
  const { state } = useChannel();
  const [step, setStep] = useState<"waiting" | "asking" | "rated" | "over">("waiting");
  const heard = state === "heard";
  const key = `${hallId} ${language}`;
  useEffect(() => {
    if (!heard || asked.has(key)) return;
    const timer = setTimeout(() => {
      asked.add(key);
      setStep("asking");
    }, ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [heard, key]);
  if (step === "rated") return <p className="text-sm text-soft">{t("rated")}</p>;
  if (step !== "asking") return null;
  const rate = async (understood: number): Promise<void> => {
    if (await acts.rateLanguage(hallId, language, understood)) setStep("rated");
  };
  return (
    <fieldset className="flex flex-col gap-2 border-t border-line pt-3">
      <legend className="float-start text-sm font-semibold">{t("rate", { language: nameOf(language) })}</legend>
      <div className="flex flex-wrap items-center gap-2">
        {GRADES.map((grade) => (
          <Button
            key={grade}
            size="icon"
            onClick={() => void rate(grade)}
            aria-label={t("rateOf", { number: grade })}
            className="tabular-nums"
          >
            {grade}
          </Button>
        ))}
        <Button look="quiet" size="small" onClick={() => setStep("over")}>
          {t("notNow")}
        </Button>
      </div>
      <p className="text-xs text-soft">
        {t("rateNothing")} · {t("rateAll")}
      </p>
    </fieldset>
  );
}
