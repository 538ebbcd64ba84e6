"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Segments } from "@/components/ui/segments";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import { type Whereabouts as Choice, WHEREABOUTS } from "@/lib/domain/people/privacy";

/** Who is told in which room I am. Holds from the tap on. */
export function Whereabouts({ initial }: { initial: Choice }) {
  const t = useTranslations("settings.whereabouts");
  const sayRefusal = useRefusalText();
  const [chosen, setChosen] = useState(initial);
  const choose = async (whereabouts: Choice): Promise<void> => {
    setChosen(whereabouts);
    const answer = await call("PATCH /api/me", { input: { whereabouts } });
    if (answer.ok) return;
    setChosen(chosen);
    toast(sayRefusal(answer));
  };
  return (
    <div className="flex flex-col gap-1.5">
      <p className="font-semibold" aria-hidden="true">
        {t("label")}
      </p>
      <Segments
        name="whereabouts"
        label={t("label")}
        quiet
        chosen={chosen}
        options={WHEREABOUTS.map((value) => ({ value, text: t(value) }))}
        onChoose={(value) => void choose(value)}
      />
      <p className="text-sm text-soft">{t("hint")}</p>
    </div>
  );
}
