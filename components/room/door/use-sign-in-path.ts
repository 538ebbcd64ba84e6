import { useSearchParams } from "next/navigation";
import { useRoomId } from "@/components/room/room-context";

/** Where to sign in and come back to this room, by the same invitation link where one came by one. */
export function useSignInPath(): string {
  const roomId = useRoomId();
  const invite = useSearchParams().get("invite");
  const room = `/rooms/${roomId}`;
  if (invite === null) return `/sign-in?next=${room}`;
  return `/sign-in?next=${encodeURIComponent(`${room}?invite=${encodeURIComponent(invite)}`)}`;
}
