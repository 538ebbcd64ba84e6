import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRoomScene } from "@/components/room/room-context";
import { SeatArc } from "@/components/ui/seats/seat-arc";
import { Segments } from "@/components/ui/segments";
import { AudienceFaces } from "./audience-faces";
import { PeopleSearch } from "./people-search";
import { SeatMap } from "./seat-map";

type Shown = "faces" | "hall";

/** Everyone who listens, as faces or as the hall's seats, and a search among all who are in the room. */
export function AudiencePeople() {
  const t = useTranslations("roster");
  const room = useTranslations("room");
  const [shown, setShown] = useState<Shown>("faces");
  const { view } = useRoomScene();
  return (
    <section aria-labelledby="audience" className="mt-2 sm:mt-8" data-testid="audience" data-count={view.audienceCount}>
      <div className="flex min-h-12 flex-wrap items-center gap-x-2 gap-y-3 sm:gap-x-4">
        <h2 id="audience" className="flex min-w-0 flex-1 items-center gap-3 text-sm font-semibold text-soft">
          <SeatArc
            taken={view.audienceCount}
            capacity={view.room.capacity}
            stage={0}
            rows={3}
            className="w-16 shrink-0 sm:hidden [@media(height<40rem)]:hidden"
          />
          {room("audience", { count: view.audienceCount })}
        </h2>
        <Segments
          name="audience-shown"
          label={t("show")}
          chosen={shown}
          options={[
            { value: "faces", text: t("faces") },
            { value: "hall", text: t("hall") },
          ]}
          onChoose={setShown}
          quiet
        />
        <PeopleSearch />
      </div>
      {shown === "hall" ? <SeatMap /> : <AudienceFaces />}
    </section>
  );
}
