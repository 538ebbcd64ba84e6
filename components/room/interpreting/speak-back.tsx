import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useSaid } from "@/components/ui/name";
import type { StagePerson } from "@/lib/wire/stage/views";
import type { InterpretingActs } from "./use-interpreting-acts";

type SpeakBackProps = { asker: StagePerson; language: string; onStage: boolean; acts: InterpretingActs };

/** Somebody on the stage asks in one's language: the switch between the channel and the stage. */
export function SpeakBack({ asker, language, onStage, acts }: SpeakBackProps) {
  const t = useTranslations("interpreting.booth");
  const said = useSaid();
  return (
    <div data-testid="speak-back" className="flex flex-wrap items-center gap-3 border-t border-line pt-3">
      <p role="status" className="written min-w-0 flex-1 basis-48 text-sm">
        {t("asker", { name: said(asker), language })}
      </p>
      <Button
        look={onStage ? "act" : "plain"}
        aria-pressed={onStage}
        onClick={() => void (onStage ? acts.turnToBooth() : acts.turnToStage())}
      >
        <span className="written min-w-0">{onStage ? t("intoLanguage", { language }) : t("toStage")}</span>
      </Button>
    </div>
  );
}
