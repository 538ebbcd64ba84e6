import { useLocale, useTranslations } from "next-intl";
import { SeatArc } from "@/components/ui/seats/seat-arc";
import type { RoomCard } from "@/lib/wire/hallway/views";

/** Side by side without a card growing: whatever more there are is a number. */
const DRAWN = 4;

/** The overflow rooms of a card's family as small arcs, each with its language. The figures stand beside them as text. */
export function CardHalls({ card }: { card: RoomCard }) {
  const t = useTranslations("hallway");
  const locale = useLocale();
  const { overflow } = card;
  if (overflow.length === 0) return null;
  const names = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
  return (
    <ul aria-label={t("otherHalls")} data-testid="card-halls" className="flex flex-wrap items-end justify-center gap-2">
      {overflow.slice(0, DRAWN).map((hall) => (
        <li key={hall.id} className="text-center text-xs text-soft">
          <SeatArc taken={hall.openSeats} capacity={hall.capacity} stage={0} rows={4} className="w-16" />
          <abbr title={names.of(hall.language)} className="no-underline">
            {hall.language.toUpperCase()}
          </abbr>
        </li>
      ))}
      {overflow.length > DRAWN && <li className="pb-4 text-sm text-soft">+{overflow.length - DRAWN}</li>}
    </ul>
  );
}
