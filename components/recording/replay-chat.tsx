import { useTranslations } from "next-intl";
import { type MouseEvent, useId, useRef } from "react";
import { MessageText } from "@/components/room/chat/message-text";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Name } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { ReplayLine } from "@/lib/wire/recording/views";
import { clockOf } from "./clock-of";
import { useFollowLine } from "./use-follow-line";
import { useReplayChat } from "./use-replay-chat";

export type ReplayChatProps = {
  roomId: string;
  recordingId: string;
  /** The moment that is heard, in milliseconds. */
  ms: number;
  /** The address of a moment, and what a tap on it does. */
  hashAt: (ms: number) => string;
  onTap: (event: MouseEvent, ms: number) => void;
};

/** The chat as it was, each message at its moment. It follows what is heard until its reader scrolls; a tap plays from there. */
export function ReplayChat({ roomId, recordingId, ms, ...moments }: ReplayChatProps) {
  const t = useTranslations("recording.replay");
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const { lines, earlier, later, busy, again, current, readEarlier, readLater } = useReplayChat(
    roomId,
    recordingId,
    ms,
  );
  const { follows, onScroll, follow } = useFollowLine(list, `${lines[0]?.number} ${lines.length} ${current}`);
  return (
    <section aria-labelledby={id} aria-busy={busy !== null} className="flex min-h-0 flex-col">
      <div className="flex min-h-11 items-center justify-between gap-3">
        <h3 id={id} className="font-bold">
          {t("chat")}
        </h3>
        {!follows && (
          <Button size="small" onClick={follow}>
            {t("follow")}
          </Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard, too. */}
      <ol ref={list} onScroll={onScroll} tabIndex={0} aria-labelledby={id} data-testid="replay-chat" className={LIST}>
        {earlier && <More busy={busy === "earlier"} text={t("earlier")} onMore={readEarlier} />}
        {busy === "around" && lines.length === 0 && (
          <li role="status" className="px-2 py-10 text-center text-soft">
            {t("loading")}
          </li>
        )}
        {lines.map((line, place) => (
          <Line key={line.number} line={line} isCurrent={place === current} {...moments} />
        ))}
        {later && <More busy={busy === "later"} text={t("later")} onMore={readLater} />}
        {again && (
          <li role="alert" className="flex flex-wrap items-center gap-3 px-2 py-3 text-sm text-stop">
            {t("failed")}
            <Button size="small" onClick={again}>
              {t("again")}
            </Button>
          </li>
        )}
      </ol>
    </section>
  );
}

/** As high as a phone has place for beside the player; on a desk as high as what stands beside it. */
const LIST =
  "relative max-h-96 min-h-24 flex-1 overflow-y-auto overscroll-contain rounded-lg border border-line bg-card md:max-h-128";

type LineProps = { line: ReplayLine; isCurrent: boolean } & Pick<ReplayChatProps, "hashAt" | "onTap">;

function Line({ line: { person, text, atMs }, isCurrent, hashAt, onTap }: LineProps) {
  return (
    <li
      aria-current={isCurrent ? "true" : undefined}
      className={classes(
        "relative flex gap-2.5 border-s-4 px-2.5 py-2 hover:bg-line/40",
        isCurrent ? "border-light bg-glow" : "border-transparent",
      )}
    >
      <Portrait person={person} className="mt-0.5 size-7 shrink-0" />
      <div className="min-w-0 flex-1 [&_p_a]:relative [&_p_a]:z-1">
        <div className="flex items-baseline gap-2 leading-tight">
          <span className="min-w-0 flex-1 truncate font-semibold">
            <Name person={person} />
          </span>
          <a
            href={hashAt(atMs)}
            onClick={(event) => onTap(event, atMs)}
            className="shrink-0 text-xs text-soft tabular-nums after:absolute after:inset-0"
          >
            {clockOf(atMs)}
          </a>
        </div>
        <MessageText text={text} ownHandle={null} />
      </div>
    </li>
  );
}

function More({ busy, text, onMore }: { busy: boolean; text: string; onMore: () => void }) {
  return (
    <li className="py-1 text-center">
      <Button look="quiet" size="small" busy={busy} onClick={onMore}>
        {text}
      </Button>
    </li>
  );
}
