"use client";

import Bell from "lucide-react/icons/bell";
import BellOff from "lucide-react/icons/bell-off";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button, buttonClass } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { remindersApi } from "@/lib/client/reminders/reminders-api";
import type { AttendanceView } from "@/lib/wire/reminders/views";

type AttendProps = { roomId: string; initial: AttendanceView; isMember: boolean };

/** Whether one will be at an episode and is reminded of it: shown at once, put right by the server's answer, and to be taken back. */
export function Attend({ roomId, initial, isMember }: AttendProps) {
  const t = useTranslations("reminders");
  const { attending, remind, count, set } = useAttendance(roomId, initial);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {isMember ? (
        <Button
          look={attending ? "plain" : "act"}
          aria-pressed={attending}
          onClick={() => set({ attending: !attending, remind: !attending })}
        >
          {t(attending ? "attending" : "attend")}
        </Button>
      ) : (
        <Link href={`/sign-in?next=/rooms/${roomId}`} className={buttonClass("act")}>
          {t("attend")}
        </Link>
      )}
      {attending && (
        <Button
          look="quiet"
          aria-pressed={remind}
          onClick={() => set({ attending: true, remind: !remind })}
          title={t(remind ? "reminded" : "notReminded")}
        >
          {remind ? <Bell className="size-5" aria-hidden="true" /> : <BellOff className="size-5" aria-hidden="true" />}
          {t("remind")}
        </Button>
      )}
      <p className="text-sm text-soft">{t("count", { count })}</p>
    </div>
  );
}

type Mine = { attending: boolean; remind: boolean };

function useAttendance(roomId: string, initial: AttendanceView) {
  const t = useTranslations("reminders");
  const sayRefusal = useRefusalText();
  const [mine, setMine] = useState<Mine>(initial);
  // Those beside me stay as many as the page said.
  const others = initial.count - (initial.attending ? 1 : 0);
  const ask = async (wanted: Mine, before: Mine): Promise<boolean> => {
    setMine(wanted);
    const answer = wanted.attending
      ? await remindersApi.attendEpisode(roomId, wanted.remind)
      : await remindersApi.unattendEpisode(roomId);
    setMine(answer.ok ? answer.value : before);
    if (!answer.ok) toast(sayRefusal(answer));
    return answer.ok;
  };
  const set = async (wanted: Mine): Promise<void> => {
    const before = mine;
    const done = await ask(wanted, before);
    if (!done || wanted.attending) return;
    toast(t("undone"), { text: t("undo"), run: () => void ask(before, wanted) });
  };
  return { ...mine, count: others + (mine.attending ? 1 : 0), set: (wanted: Mine) => void set(wanted) };
}
