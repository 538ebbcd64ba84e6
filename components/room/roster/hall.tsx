import { useFormatter, useTranslations } from "next-intl";
import { SeatArc } from "@/components/ui/seats/seat-arc";
import type { RoomView } from "@/lib/wire/rooms/views";

/** The room from above: how full it is, as dots and as a number. */
export function Hall({ view }: { view: RoomView }) {
  const t = useTranslations("room");
  const format = useFormatter();
  const { openSeats, capacity } = view.room;
  return (
    <figure className="mx-auto mt-4 max-w-2xl">
      <SeatArc taken={openSeats} capacity={capacity} stage={0} rows={9} className="w-full" />
      <figcaption className="mt-1 text-center text-sm text-soft">
        {t("seats", { taken: format.number(openSeats), capacity: format.number(capacity) })}
      </figcaption>
    </figure>
  );
}
