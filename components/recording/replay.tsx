"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useRef } from "react";
import { buttonClass } from "@/components/ui/button";
import { Name } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { RecordingView } from "@/lib/wire/recording/views";
import { clockOf } from "./clock-of";
import { KeepReplay } from "./keep-replay";

/** One recording: the browser's own player, from any point, and who speaks when. Without script a chapter opens the sound there. */
export function Replay({ roomId, recording }: { roomId: string; recording: RecordingView }) {
  const t = useTranslations("recording.replay");
  const player = useRef<HTMLAudioElement>(null);
  const sound = `/api/rooms/${roomId}/recordings/${recording.id}/sound`;
  const playFrom = (event: MouseEvent, fromMs: number): void => {
    const { current: element } = player;
    if (!element) return;
    event.preventDefault();
    element.currentTime = fromMs / 1_000;
    void element.play().catch(() => {});
  };
  return (
    <article aria-label={t("player", { length: clockOf(recording.lengthMs) })} data-testid="replay">
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said. */}
      <audio ref={player} src={sound} controls preload="metadata" controlsList="nodownload" className="w-full" />
      {recording.downloadable && (
        <a href={`${sound}?download`} download className={buttonClass("plain", "small")}>
          {t("download")}
        </a>
      )}
      {recording.mine && <KeepReplay roomId={roomId} recording={recording} />}
      {recording.chapters.length > 0 && (
        <ol aria-label={t("chapters")} className="mt-3 max-h-80 overflow-y-auto">
          {recording.chapters.map(({ person, fromMs }) => (
            <li key={`${fromMs} ${person.id}`} className="border-t border-line">
              <a
                href={`${sound}#t=${Math.floor(fromMs / 1_000)}`}
                onClick={(event) => playFrom(event, fromMs)}
                className="flex min-h-11 items-center gap-3 px-1 hover:bg-line/60"
              >
                <span className="w-16 shrink-0 text-sm text-soft tabular-nums">{clockOf(fromMs)}</span>
                <Portrait person={person} className="size-7" />
                <span className="min-w-0 flex-1">
                  <Name person={person} />
                </span>
              </a>
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}
