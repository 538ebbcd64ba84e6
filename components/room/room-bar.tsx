"use client";

import LogOut from "lucide-react/icons/log-out";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Portrait } from "@/components/ui/portrait";
import { MicrophoneSwitch } from "./microphone-switch";
import { useBar } from "./use-bar";

/** The room one is in, over every other page, playing on. */
export default function RoomBar() {
  const t = useTranslations("room");
  const bar = useBar();
  if (!bar) return null;
  return (
    <aside
      aria-label={t("bar", { title: bar.title })}
      data-testid="room-bar"
      data-state={bar.phase}
      className="fixed inset-x-3 bottom-[max(0.75rem,env(safe-area-inset-bottom))] z-30 mx-auto flex max-w-2xl items-center gap-2 rounded-xl border border-line bg-card p-2.5 shadow-float sm:bottom-6"
    >
      <Link href={`/rooms/${bar.roomId}`} className="flex min-h-12 min-w-0 flex-1 items-center gap-3 rounded-lg px-2">
        <span className="flex -space-x-2 rtl:space-x-reverse" aria-hidden="true">
          {bar.faces.map((face) => (
            <Portrait key={face.id} seed={face.portraitSeed} className="size-9 ring-2 ring-card" />
          ))}
        </span>
        <span className="min-w-0 leading-tight">
          <span className="block truncate font-semibold">{bar.title}</span>
          <span className="block truncate text-xs text-soft">{t(bar.line)}</span>
        </span>
      </Link>
      {bar.soundBlocked && (
        <button type="button" onClick={bar.unlockSound} className={buttonClass("act", "small")}>
          {t("notices.turnSoundOn")}
        </button>
      )}
      {bar.onStage && <MicrophoneSwitch on={bar.microphoneOn} onSwitch={bar.switchMicrophone} />}
      <button
        type="button"
        onClick={bar.leave}
        aria-label={t("leave")}
        className={`${buttonClass("quiet", "icon")} size-12! text-stop`}
      >
        <LogOut className="size-5 rtl:rotate-180" aria-hidden="true" />
      </button>
    </aside>
  );
}
