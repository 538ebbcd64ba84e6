import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import type { HallActs } from "./use-hall-acts";

/** Whether halls may turn the stage down for their own talk. What was refused goes back to what holds. */
export function StageFirst({ on, acts }: { on: boolean; acts: HallActs }) {
  const t = useTranslations("halls");
  const [refusals, setRefusals] = useState(0);
  const turn = async (wanted: boolean): Promise<void> => {
    if (!(await acts.setStageFirst(wanted))) setRefusals((before) => before + 1);
  };
  return (
    <div>
      <Checkbox key={`${on} ${refusals}`} name="stage-first" checked={on} onSwitch={(wanted) => void turn(wanted)}>
        {t("stageFirst")}
      </Checkbox>
      <p className="ps-8 text-xs text-soft">{t("stageFirstHint")}</p>
    </div>
  );
}
