"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";

/** Something I want of how others meet me: `quiet`, nobody calls me into a room; `hideHat`, nobody sees my party hat; `protect`, only people whom I follow see my whole page. Holds from the tap on. */
export function ProfileSwitch({ wish, initial }: { wish: "quiet" | "hideHat" | "protect"; initial: boolean }) {
  const t = useTranslations("settings");
  const sayRefusal = useRefusalText();
  const [wanted, setWanted] = useState(initial);
  const change = async (next: boolean): Promise<void> => {
    setWanted(next);
    const answer = await call("PATCH /api/me", { input: { [wish]: next } });
    if (answer.ok) return;
    setWanted(!next);
    toast(sayRefusal(answer));
  };
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3">
      <input
        type="checkbox"
        checked={wanted}
        onChange={(event) => void change(event.currentTarget.checked)}
        className="size-5 shrink-0 accent-ink"
      />
      <span>{t(wish)}</span>
    </label>
  );
}
