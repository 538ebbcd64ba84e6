"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/layers/dialog";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import type { RoomLimits } from "@/lib/domain/rooms/room";
import type { RoomDetails } from "@/lib/wire/rooms/views";
import { RoomForm } from "./room-form";

type EditRoomDialogProps = { room: RoomDetails; limits: RoomLimits; open: boolean; onClose: () => void };

/** For host and moderators: what the room is called and who may come. Everyone in it sees the change at once. */
export function EditRoomDialog({ room, limits, open, onClose }: EditRoomDialogProps) {
  const t = useTranslations("newRoom");
  const common = useTranslations("common");
  return (
    <Dialog open={open} onClose={onClose} title={t("edit")} closeLabel={common("close")}>
      <RoomForm
        initial={room}
        club={{ chosen: room.club?.id ?? null, choice: null }}
        limits={limits}
        submitText={common("save")}
        send={(fields) => call("PATCH /api/rooms/:roomId", { params: { roomId: room.id }, input: fields })}
        onDone={() => {
          onClose();
          toast(common("saved"));
        }}
      />
    </Dialog>
  );
}
