import { useTranslations } from "next-intl";
import { useRoomScene } from "@/components/room/room-context";

/** In one plain line: which hall this is, and what becomes of its stage. Nothing in a room with a stage of its own. */
export function HallNote() {
  const t = useTranslations("room.family");
  const { room, main, halls } = useRoomScene().view;
  const ended = main ? main.room.status === "ended" : room.afterTalkOf !== null;
  if (!ended && !room.family) return null;
  const [first] = halls;
  const full = main && first?.number === 0 && first.openSeats >= first.capacity - main.room.reserve;
  const number = room.family?.number ?? 0;
  return (
    <p data-testid="where-one-is" className="mt-3 text-soft">
      {ended ? t("stageEnded") : t(full ? "mainFull" : "mainHeard", { number })}
    </p>
  );
}
