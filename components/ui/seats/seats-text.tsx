import { useTranslations } from "next-intl";
import type { RoomCounts } from "@/lib/domain/rooms/room-counts";

/** How full a room is, in one sentence that says what each figure counts. The same on every page. */
export function SeatsText({ counts, capacity }: { counts: RoomCounts; capacity: number }) {
  const t = useTranslations("common");
  const { taken, onStage, listening, kept } = counts;
  return (
    <span data-testid="seats" data-taken={taken} data-on-stage={onStage} data-listening={listening}>
      {t("seats", { taken, capacity, onStage, listening, kept })}
    </span>
  );
}
