import { useRoomScene } from "@/components/room/room-context";
import { SeatArc } from "@/components/ui/seats/seat-arc";
import { SeatsText } from "@/components/ui/seats/seats-text";
import { countRoom } from "@/lib/domain/rooms/room-counts";

/** The room from above: lights for the stage, dots for whoever listens, and the figures in words. */
export function Hall() {
  const { view } = useRoomScene();
  const { openSeats, capacity } = view.room;
  const isOverflow = view.room.family !== null;
  const counts = countRoom({ onStage: view.stage.length, listening: view.audienceCount, openSeats, isOverflow });
  return (
    <figure className="mx-auto max-w-2xl max-sm:hidden">
      <SeatArc
        taken={counts.listening + counts.kept}
        capacity={capacity}
        stage={counts.onStage}
        rows={9}
        className="w-full"
      />
      <figcaption className="mt-1 text-center text-sm text-soft">
        <SeatsText counts={counts} capacity={capacity} />
      </figcaption>
    </figure>
  );
}
