"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { RoomCard } from "@/components/hallway/room-card";
import { Suggestions } from "@/components/suggestions/suggestions";
import { Button } from "@/components/ui/button";
import { call } from "@/lib/client/call";
import type { RoomCard as Card } from "@/lib/wire/hallway/views";
import { useScreen } from "./use-screen";

/** Whom to follow, and a room to begin with, where one is live. */
export function PeopleScreen({ room, next }: { room: Card | null; next: string }) {
  const t = useTranslations("welcome");
  const { goOn } = useScreen("people", next);
  // Whoever sees the last screen has been shown around, by whatever way they leave it. Where that cannot be told it comes once more.
  useEffect(() => void call("DELETE /api/me/welcome"), []);
  return (
    <div className="flex flex-col gap-8">
      <Suggestions nobody={<p className="text-soft">{t("people.nobody")}</p>} />
      <section>
        <h2 className="pb-2 text-sm font-semibold text-soft">{t("people.room")}</h2>
        {room ? (
          <ul>
            <RoomCard card={room} big={false} />
          </ul>
        ) : (
          <p className="text-soft">{t("people.noRoom")}</p>
        )}
      </section>
      <Button look="act" onClick={goOn} className="min-w-36 self-start">
        {t(next.startsWith("/rooms/") ? "toRoom" : "done")}
      </Button>
    </div>
  );
}
