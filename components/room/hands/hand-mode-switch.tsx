import { useTranslations } from "next-intl";
import { useState } from "react";
import { Segments } from "@/components/ui/segments";
import { HAND_MODES, type HandMode } from "@/lib/domain/rooms/room";
import { useHandActs } from "./use-hand-acts";

/** Whose hands count, for those who may change it. What was refused goes back to what holds. */
export function HandModeSwitch({ mode }: { mode: HandMode }) {
  const t = useTranslations("hands");
  const { setHandMode } = useHandActs();
  const [refusals, setRefusals] = useState(0);
  const choose = async (wanted: HandMode): Promise<void> => {
    if (!(await setHandMode(wanted))) setRefusals((before) => before + 1);
  };
  return (
    <div>
      <Segments
        key={refusals}
        name="hand-mode"
        label={t("mode.label")}
        chosen={mode}
        options={HAND_MODES.map((value) => ({ value, text: t(`mode.${value}`) }))}
        onChoose={choose}
      />
      {mode === "followed" && <p className="px-2 pt-1.5 text-xs text-soft">{t("followedHint")}</p>}
    </div>
  );
}
