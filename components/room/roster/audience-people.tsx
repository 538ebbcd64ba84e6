import { useTranslations } from "next-intl";
import { useState } from "react";
import type { RoomScene } from "@/components/room/use-room";
import { Segments } from "@/components/ui/segments";
import type { PersonFace } from "@/lib/wire/people/views";
import { AudienceFaces } from "./audience-faces";
import { PeopleSearch } from "./people-search";
import { SeatMap } from "./seat-map";

type Shown = "faces" | "hall";

type AudiencePeopleProps = { scene: RoomScene; onOpen: (person: PersonFace) => void };

/** Everyone who listens, as faces or as the hall's seats, and a search among all who are in the room. */
export function AudiencePeople({ scene, onOpen }: AudiencePeopleProps) {
  const t = useTranslations("roster");
  const room = useTranslations("room");
  const [shown, setShown] = useState<Shown>("faces");
  const { view, me } = scene;
  return (
    <section aria-labelledby="audience" className="mt-8" data-testid="audience" data-count={view.audienceCount}>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="audience" className="text-sm font-semibold text-soft">
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
        />
      </div>
      <PeopleSearch roomId={view.room.id} onOpen={onOpen} />
      {shown === "hall" ? (
        <SeatMap view={view} myId={me?.personId ?? null} onOpen={onOpen} />
      ) : (
        <AudienceFaces view={view} onOpen={onOpen} />
      )}
    </section>
  );
}
