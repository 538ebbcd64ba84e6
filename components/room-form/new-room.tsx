"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { openRoom, prepareToOpen } from "@/lib/client/room/open-room";
import type { RoomLimits } from "@/lib/domain/rooms/room";
import type { RoomClub } from "@/lib/wire/clubs/views";
import { RoomForm } from "./room-form";

type NewRoomProps = {
  language: string;
  limits: RoomLimits;
  /** Those that the viewer is a member of; `club` is the id of the one that they came from. */
  clubs: readonly RoomClub[];
  club: string | null;
};

/** Opens a room and goes on its stage. */
export function NewRoom({ language, limits, clubs, club }: NewRoomProps) {
  const t = useTranslations("newRoom");
  const router = useRouter();
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    // Only a head start would be lost: the tap fetches it again.
    prepareToOpen().catch(() => {});
    return () => {
      isHere.current = false;
    };
  }, []);
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
      club={{ chosen: club, choice: clubs }}
      limits={limits}
      submitText={t("open")}
      send={(fields) => openRoom(fields, () => isHere.current)}
      // In place of the form: Back leads to where they came from, and not to a form that would open a second room.
      onDone={({ room }) => isHere.current && router.replace(`/rooms/${room.id}`)}
    />
  );
}
