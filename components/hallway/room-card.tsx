import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { LinkPending } from "@/components/ui/link-pending";
import { SeatArc } from "@/components/ui/seats/seat-arc";
import { SeatsText } from "@/components/ui/seats/seats-text";
import { countOpenSeats } from "@/lib/domain/rooms/room-counts";
import type { RoomCard as Card } from "@/lib/wire/hallway/views";
import { CardBecause } from "./card-because";
import { CardFaces } from "./card-faces";
import { CardHalls } from "./card-halls";
import { CardMeta } from "./card-meta";

/** `children`: what can be done with it besides going in. */
type RoomCardProps = { card: Card; big: boolean; children?: ReactNode };

/** One room. The whole card leads into it; the first of a hallway is big and shows its hall. */
export function RoomCard({ card, big, children }: RoomCardProps) {
  const t = useTranslations("hallway");
  const format = useFormatter();
  const counts = countOpenSeats(card.openSeats, card.stageCount);
  const inOverflow = card.overflow.reduce((sum, { openSeats }) => sum + openSeats, 0);
  const main = format.number(counts.taken);
  const seats =
    card.overflow.length > 0 ? (
      t("family", { main, more: format.number(inOverflow), count: card.overflow.length })
    ) : (
      <SeatsText counts={counts} capacity={card.capacity} />
    );
  const ended = card.status === "ended";
  return (
    <li
      className={classes(
        "relative flex flex-col gap-3.5 rounded-lg border border-line bg-card p-5 transition-colors duration-150 hover:border-edge has-focus-visible:border-edge",
        big && "md:col-span-2 md:grid md:grid-cols-[1fr_minmax(0,22rem)] md:items-center md:gap-6 md:p-7",
        ended && "opacity-60",
      )}
    >
      <div className="flex min-w-0 flex-1 flex-col gap-3.5">
        <div className="flex items-start justify-between gap-2">
          <CardMeta card={card} />
          {children && <div className="relative z-1 -my-2.5 -me-2.5">{children}</div>}
        </div>
        <h2 className={classes("written font-bold", big ? "text-2xl md:text-3xl" : "text-xl")} lang={card.language}>
          <Link href={`/rooms/${card.id}`} prefetch={false} className="after:absolute after:inset-0 after:rounded-lg">
            <bdi className="written">{card.title}</bdi>
            <LinkPending />
          </Link>
        </h2>
        {big && card.description && (
          <p lang={card.language} dir="auto" className="written side-of-parent line-clamp-2 text-soft">
            {card.description}
          </p>
        )}
        <CardFaces card={card} big={big} />
        <CardBecause card={card} />
        {big && (
          <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">
            <span aria-hidden="true" className={buttonClass("act")}>
              {t("goIn")}
            </span>
            <span className="text-soft">{seats}</span>
          </div>
        )}
      </div>
      {big ? (
        <div>
          <SeatArc
            taken={counts.listening}
            capacity={card.capacity}
            stage={card.stageCount}
            rows={8}
            className="mx-auto w-full max-w-88"
          />
          <CardHalls card={card} />
        </div>
      ) : (
        <div className="flex flex-wrap items-end justify-between gap-3">
          <span className="text-soft">{seats}</span>
          <SeatArc
            taken={counts.listening}
            capacity={card.capacity}
            stage={card.stageCount}
            rows={5}
            className="w-36"
          />
          <CardHalls card={card} />
        </div>
      )}
    </li>
  );
}
