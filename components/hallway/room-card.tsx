import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { LinkPending } from "@/components/ui/link-pending";
import { SeatArc } from "@/components/ui/seats/seat-arc";
import type { RoomCard as Card } from "@/lib/wire/hallway/views";
import { CardFaces } from "./card-faces";
import { CardHalls } from "./card-halls";
import { CardMeta } from "./card-meta";

/** One room. The whole card leads into it; the first of a hallway is big and shows its hall. */
export function RoomCard({ card, big }: { card: Card; big: boolean }) {
  const t = useTranslations("hallway");
  const format = useFormatter();
  const taken = format.number(card.openSeats);
  const inOverflow = card.overflow.reduce((sum, { openSeats }) => sum + openSeats, 0);
  const seats =
    card.overflow.length > 0
      ? t("family", { main: taken, more: format.number(inOverflow), count: card.overflow.length })
      : t("seats", { taken, capacity: format.number(card.capacity) });
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
        <CardMeta card={card} />
        <h2 className={classes("font-bold", big ? "text-2xl md:text-3xl" : "text-xl")} lang={card.language}>
          <Link href={`/rooms/${card.id}`} prefetch={false} className="after:absolute after:inset-0 after:rounded-lg">
            {card.title}
            <LinkPending />
          </Link>
        </h2>
        {big && card.description && (
          <p lang={card.language} className="line-clamp-2 text-soft">
            {card.description}
          </p>
        )}
        <CardFaces card={card} big={big} />
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
            taken={card.openSeats}
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
          <SeatArc taken={card.openSeats} capacity={card.capacity} stage={card.stageCount} rows={5} className="w-36" />
          <CardHalls card={card} />
        </div>
      )}
    </li>
  );
}
