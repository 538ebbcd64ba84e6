import type { ApiAnswer } from "@/lib/client/call";
import { mayPass } from "@/lib/client/room/obstacles";
import type { MediaPass } from "@/lib/wire/seats/views";
import type { LinkTarget } from "./channel-link";
import { interpretingApi } from "./interpreting-api";

type Way = { mainRoomId: string; personId: string; first: ApiAnswer<{ media: MediaPass }>; refused: () => void };

/**
 * An interpreter's way to the stage: by the answer that turned them to it, and anew where the connection was lost. Who was
 * turned back meanwhile is refused then, so that nobody is heard there again without their doing.
 */
export function wayToStage({ mainRoomId, personId, first, refused }: Way): LinkTarget {
  let next: Way["first"] | null = first;
  return {
    key: `${mainRoomId} stage`,
    join: async () => {
      const answer = next ?? (await interpretingApi.turnToStage(mainRoomId, personId, true));
      next = null;
      if (!answer.ok && !mayPass(answer.code)) refused();
      return answer;
    },
  };
}
