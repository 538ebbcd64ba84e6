import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { useRoomId } from "@/components/room/room-context";
import { api } from "@/lib/client/api";
import { moderationApi } from "@/lib/client/moderation/moderation-api";
import { roomSession } from "@/lib/client/room/room-session";
import type { PersonFace } from "@/lib/wire/people/views";

/** The ways out of a room, and its end. */
export function useLeavingActs() {
  const roomId = useRoomId();
  const attempt = useAttempt();
  const router = useRouter();
  return useMemo(() => {
    const leave = async (): Promise<void> => {
      const left = roomSession().leave();
      router.push("/");
      await left;
    };
    return {
      leave,
      /** Gives the room into somebody's hands, then goes; stays where that was refused. */
      leaveTo: async ({ id }: PersonFace, asHost: boolean): Promise<void> => {
        const given = asHost ? moderationApi.handOver(roomId, id) : api.changeRole(roomId, id, "moderator");
        if (await attempt(given)) await leave();
      },
      endRoom: (farewell: string) => attempt(moderationApi.endRoom(roomId, farewell)),
    };
  }, [roomId, attempt, router]);
}
