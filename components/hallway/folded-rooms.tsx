"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { readRooms } from "@/lib/client/hallway/watch-hallway";
import type { HallwayFilter } from "@/lib/wire/hallway/inputs";
import type { RoomCard as Card } from "@/lib/wire/hallway/views";
import { RoomCard } from "./room-card";

/** The rooms in which somebody leads or speaks whom the reader has blocked, read when they are asked for. */
export function FoldedRooms({ filter: { language, topic } }: { filter: HallwayFilter }) {
  const t = useTranslations("hallway");
  const common = useTranslations("common");
  const [rooms, setRooms] = useState<Card[] | "reading" | "failed">("reading");
  const read = useCallback(async () => {
    setRooms("reading");
    const answer = await readRooms({ language, topic, folded: "true" });
    setRooms(answer.ok ? answer.value.rooms : "failed");
  }, [language, topic]);
  useEffect(() => void read(), [read]);

  if (rooms === "reading") return <Spinner text={common("loading")} className="mt-3" />;
  if (rooms === "failed") {
    return (
      <Button className="mt-3" onClick={read}>
        {common("tryAgain")}
      </Button>
    );
  }
  if (rooms.length === 0) return <p className="mt-3 text-soft">{t("foldedGone")}</p>;
  return (
    <ul className="mt-3 grid grid-cols-1 gap-4 md:grid-cols-2">
      {rooms.map((card) => (
        <RoomCard key={card.id} card={card} big={false} />
      ))}
    </ul>
  );
}
