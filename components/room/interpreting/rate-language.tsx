import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRoomScene } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import { useChannel } from "./use-channel";
import { type InterpretingActs, useInterpretingActs } from "./use-interpreting-acts";
import { useLanguageName } from "./use-language-name";

/** Nobody can say after a sentence how well they understand. */
const ASK_AFTER_MS = 3 * 60_000;

/** So long the thanks stay. */
const THANKS_MS = 4_000;

const CARD = "mb-2 rounded-lg border bg-raised px-4 py-2 text-sm text-ink shadow-float";

const GRADES = [1, 2, 3, 4, 5];

/** Asked once, in no dialog: a page that is loaded anew does not ask again. */
const asked = new Set<string>();

/** For a person who hears a language here. */
export function RateNews() {
  const { view, me } = useRoomScene();
  const { language } = useChannel();
  const acts = useInterpretingActs(view.room.family?.mainRoomId ?? view.room.id, me?.personId ?? "");
  return language && <RateLanguage key={language} hallId={view.room.id} language={language} acts={acts} />;
}

type RateLanguageProps = { hallId: string; language: string; acts: InterpretingActs };

/** After a while: how well one understands it, in one tap or none. It lies over the room like other news. */
function RateLanguage({ hallId, language, acts }: RateLanguageProps) {
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
  useEffect(() => {
    if (step !== "rated") return;
    const timer = setTimeout(() => setStep("over"), THANKS_MS);
    return () => clearTimeout(timer);
  }, [step]);
  if (step === "rated") {
    return (
      <p role="status" className={CARD}>
        {t("rated")}
      </p>
    );
  }
  if (step !== "asking") return null;
  const rate = async (understood: number): Promise<void> => {
    if (await acts.rateLanguage(hallId, language, understood)) setStep("rated");
  };
  return (
    <fieldset data-testid="rate-language" className={`${CARD} flex flex-col gap-2`}>
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
