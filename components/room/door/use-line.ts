import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { useSession } from "@/components/room/session/use-session";
import type { Line } from "@/lib/client/room/session-state";

/** What is said of somebody's place in line. `title`: which one; `text`: for how long, or what is in the way. */
type SaidLine = { place: string; title: string; text: string; behind: string };

/** Where one stands before this room's door, in words; null where one does not wait there. */
export function useLine(roomId: string): SaidLine | null {
  const t = useTranslations("room.line");
  const format = useFormatter();
  const sayRefusal = useRefusalText();
  const session = useSession();
  if (session.roomId !== roomId || session.phase !== "waiting" || !session.line) return null;
  const { place, waiting, estimateSeconds } = session.line;
  const number = format.number(place);
  const minutes = estimateSeconds === null ? null : Math.round(estimateSeconds / 60);
  const time = minutes === null ? t("nobodyKnows") : minutes < 1 ? t("soon") : t("minutes", { minutes });
  return {
    place: number,
    title: place === 1 ? t("next") : t("number", { number }),
    text: session.trouble ? sayRefusal({ ok: false, ...session.trouble }) : time,
    behind: t("waiting", { count: waiting, number: format.number(waiting) }),
  };
}

/** A screen reader hears at most this often how the line moves; the last steps are said as they come. */
const SAY_EVERY_MS = 30_000;
const LAST_STEPS = 3;

/** What is read out: the first words at once, later ones seldom. */
export function useReadOut(words: string, line: Line | null): string {
  const [said, setSaid] = useState(words);
  const saidAt = useRef(0);
  const isNear = line !== null && line.place <= LAST_STEPS;
  useEffect(() => {
    if (!isNear && Date.now() - saidAt.current < SAY_EVERY_MS) return;
    saidAt.current = Date.now();
    setSaid(words);
  }, [words, isNear]);
  return said;
}
