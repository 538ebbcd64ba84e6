"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { call } from "@/lib/client/call";
import type { RoomLimits } from "@/lib/domain/rooms/room";
import { RoomForm } from "./room-form";

/** Opens a room and goes in. */
export function NewRoom({ language, limits }: { language: string; limits: RoomLimits }) {
  const t = useTranslations("newRoom");
  const router = useRouter();
  return (
    <RoomForm<{ room: { id: string } }>
      initial={{
        title: "",
        description: "",
        topics: [],
        language,
        kind: "open",
        guestsAllowed: true,
        capacity: limits.capacity,
        overflowRooms: limits.overflowRooms,
        reserve: null,
      }}
      limits={limits}
      submitText={t("open")}
      send={(fields) => call("POST /api/rooms", { input: fields })}
      onDone={({ room }) => router.push(`/rooms/${room.id}`)}
    />
  );
}
