import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useRoomScene } from "@/components/room/room-context";
import { classes } from "@/components/ui/classes";
import { SeatArc } from "@/components/ui/seats/seat-arc";
import type { Hall } from "@/lib/wire/family/views";

/** The rooms of the family side by side, each as full as it is; nothing where the room is one only. */
export function Halls() {
  const { view, inside } = useRoomScene();
  const t = useTranslations("room.family");
  const { halls, room } = view;
  const list = useRef<HTMLElement>(null);
  useEffect(() => showOwn(list.current, room.id), [room.id]);
  if (halls.length < 2) return null;
  const [main] = halls;
  return (
    <nav
      ref={list}
      aria-label={t("halls")}
      data-testid="halls"
      className="h-full min-w-0 overflow-x-auto [scrollbar-width:thin]"
    >
      <ul className="flex h-full gap-2.5">
        {halls.map((hall) => (
          <HallChip
            key={hall.id}
            hall={hall}
            shown={hall.id === room.id}
            inside={inside}
            // Whoever sits in one of the others hears the main hall there, and is called into it when there is a seat.
            leads={hall.id !== room.id && !(inside && hall.number === 0)}
            language={hall.language === main?.language ? null : hall.language}
          />
        ))}
      </ul>
    </nav>
  );
}

const idOf = (roomId: string): string => `hall-${roomId}`;

/** Of many halls one's own is in view. Only the row is scrolled, never the page. */
function showOwn(list: HTMLElement | null, roomId: string): void {
  const own = document.getElementById(idOf(roomId))?.getBoundingClientRect();
  if (!list || !own) return;
  const row = list.getBoundingClientRect();
  const before = list.clientWidth / 3;
  const isTurned = getComputedStyle(list).direction === "rtl";
  list.scrollLeft += isTurned ? own.right - row.right + before : own.left - row.left - before;
}

type HallChipProps = { hall: Hall; shown: boolean; inside: boolean; leads: boolean; language: string | null };

function HallChip({ hall, shown, inside, leads, language }: HallChipProps) {
  const t = useTranslations("room.family");
  const format = useFormatter();
  const locale = useLocale();
  const name = hall.number === 0 ? t("main") : t("hall", { number: hall.number });
  const spoken = language && new Intl.DisplayNames(locale, { type: "language", fallback: "code" }).of(language);
  const taken = format.number(hall.openSeats);
  const full = hall.openSeats >= hall.capacity;
  const words = shown && inside ? "takenHere" : full ? "takenFull" : "taken";
  const content = (
    <>
      <span className="leading-tight">
        <span className="block font-semibold">{spoken ? t("spoken", { name, language: spoken }) : name}</span>
        <span className="block text-xs text-soft">{t(words, { taken })}</span>
      </span>
      <SeatArc taken={hall.openSeats} capacity={hall.capacity} stage={0} rows={4} className="w-14 shrink-0" />
    </>
  );
  const look = classes(
    "flex h-full items-center gap-3 whitespace-nowrap rounded-lg border bg-card px-3.5",
    shown ? "border-ink" : "border-line",
  );
  return (
    <li id={idOf(hall.id)} data-hall={hall.number} data-taken={hall.openSeats} aria-current={shown || undefined}>
      {leads ? (
        <Link
          href={`/rooms/${hall.id}`}
          prefetch={false}
          className={classes(look, "hover:border-edge focus-visible:-outline-offset-2")}
        >
          {content}
        </Link>
      ) : (
        <span className={look}>{content}</span>
      )}
    </li>
  );
}
