"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { ReportLink } from "@/components/reports/report-link";
import { buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { lazily } from "@/components/ui/lazily";
import { Name } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { RecordingView } from "@/lib/wire/recording/views";
import { clockOf } from "./clock-of";
import { KeepReplay } from "./keep-replay";
import { StageTimeline } from "./stage-timeline";

/** Fetched where somebody wrote: links in messages are found by much code. */
const ReplayChat = lazily(async () => (await import("./replay-chat")).ReplayChat);

/**
 * One recording: the browser's own player, from any point, who is on the stage and speaks when, and beside it the chat as it was. A
 * moment's address is passed on; whoever comes by it, or taps before the page can answer, hears it from there.
 */
export function Replay({ roomId, recording }: { roomId: string; recording: RecordingView }) {
  const t = useTranslations("recording.replay");
  const player = useRef<HTMLAudioElement>(null);
  const [ms, setMs] = useState(0);
  const { hasChat } = recording;
  const sound = `/api/rooms/${roomId}/recordings/${recording.id}/sound`;
  const hashAt = (fromMs: number): string => `#${recording.id}-${Math.floor(fromMs / 1_000)}`;
  const playFrom = useCallback((fromMs: number): void => {
    const { current: element } = player;
    if (!element) return;
    element.currentTime = fromMs / 1_000;
    setMs(fromMs);
    // A browser may want a tap on the player first; it then waits at that moment.
    void element.play().catch(() => {});
  }, []);
  const goTo = (fromMs: number): void => {
    // The router has no part in it: the page stays, and Back leads out of it.
    history.replaceState(history.state, "", hashAt(fromMs));
    playFrom(fromMs);
  };
  const tap = (event: MouseEvent, fromMs: number): void => {
    event.preventDefault();
    goTo(fromMs);
  };
  useEffect(() => {
    const [, seconds] = location.hash.split(`#${recording.id}-`);
    if (!seconds || !/^\d{1,6}$/.test(seconds)) return;
    player.current?.scrollIntoView({ block: "center" });
    playFrom(Number(seconds) * 1_000);
  }, [recording.id, playFrom]);
  return (
    <article
      aria-label={t("player", { length: clockOf(recording.lengthMs) })}
      data-testid="replay"
      className={classes(hasChat && "grid gap-x-8 gap-y-4 md:grid-cols-[minmax(0,1fr)_22rem]")}
    >
      <div className="min-w-0">
        {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said. */}
        <audio
          ref={player}
          src={sound}
          controls
          preload="metadata"
          controlsList="nodownload"
          onTimeUpdate={(event) => setMs(event.currentTarget.currentTime * 1_000)}
          className="w-full"
        />
        {recording.downloadable && (
          <a href={`${sound}?download`} download className={classes("mt-2", buttonClass("plain", "small"))}>
            {t("download")}
          </a>
        )}
        {recording.mine && <KeepReplay roomId={roomId} recording={recording} />}
        <ReportLink
          path={`/rooms/${roomId}#${recording.id}`}
          className="inline-flex min-h-11 items-center text-sm text-soft underline"
        />
        <StageTimeline recording={recording} ms={ms} onMoment={goTo} />
        {recording.chapters.length > 0 && <Chapters recording={recording} hashAt={hashAt} onTap={tap} />}
      </div>
      {hasChat && (
        <Suspense>
          <ReplayChat roomId={roomId} recordingId={recording.id} ms={ms} hashAt={hashAt} onTap={tap} />
        </Suspense>
      )}
    </article>
  );
}

type ChaptersProps = {
  recording: RecordingView;
  hashAt: (ms: number) => string;
  onTap: (event: MouseEvent, ms: number) => void;
};

/** Who speaks when; without script it can be read all the same. */
function Chapters({ recording, hashAt, onTap }: ChaptersProps) {
  const t = useTranslations("recording.replay");
  return (
    <ol aria-label={t("chapters")} className="mt-3 max-h-80 overflow-y-auto">
      {recording.chapters.map(({ person, fromMs }) => (
        <li key={`${fromMs} ${person.id}`} className="border-t border-line">
          <a
            href={hashAt(fromMs)}
            onClick={(event) => onTap(event, fromMs)}
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
  );
}
