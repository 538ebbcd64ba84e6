import { granted } from "@/lib/domain/ruling";
import { unmuteSelf as rule } from "@/lib/domain/stage/stage";
import { actInRoom } from "@/lib/server/acts/act-in-room";
import type { Command } from "@/lib/server/http/command";
import { microphonesLocked, returnMicrophone } from "@/lib/server/seats/microphones";
import { noInput } from "@/lib/wire/fields";

/** Takes one's microphone back after a moderator's mute. Answered once LiveKit lets the person publish again. */
export const unmuteSelf: Command<Record<string, never>, null, "member"> = {
  who: "member",
  input: noInput,
  summary: "Unmute myself",
  run: (ask) =>
    actInRoom(ask, async ({ sql, roomId, actor, targetId: personId }) => {
      // Read after the seat is locked: whoever mutes and locks all waits for the same seat.
      const ruling = rule(actor, personId, await microphonesLocked(sql, roomId));
      if (!ruling.ok) return ruling;
      const rights = { change: "given", of: personId } as const;
      if (ruling.value === "done") return granted({ value: null, rights });
      await returnMicrophone(sql, actor);
      const happening = { type: "microphone_returned", personId } as const;
      return granted({ value: null, rights, events: [{ audience: "everyone", happening }] });
    }),
};
