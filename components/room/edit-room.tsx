import { EditRoomDialog } from "@/components/room-form/edit-room-dialog";
import type { RoomLimits } from "@/lib/domain/rooms/room";
import { useRoomScene } from "./room-context";

type EditRoomProps = { open: boolean; onClose: () => void; limits: RoomLimits };

/** The form of the room that one is in. */
export function EditRoom(props: EditRoomProps) {
  const { room } = useRoomScene().view;
  return <EditRoomDialog room={room} {...props} />;
}
