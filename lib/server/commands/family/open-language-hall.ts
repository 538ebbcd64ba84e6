import { mayOpenOverflow } from "@/lib/domain/family/overflow";
import { type RoomId, toId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { ensureMediaRoom } from "@/lib/media/api";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { lockRooms } from "@/lib/server/admission/lock-rooms";
import { openOverflow } from "@/lib/server/admission/open-overflow";
import { overflowOf } from "@/lib/server/admission/overflow-of";
import { defineCommand } from "@/lib/server/http/command";
import { log } from "@/lib/server/postgres/log";
import { overflowInput } from "@/lib/wire/family/inputs";
import { openedHall } from "@/lib/wire/family/views";

/** Opens an overflow room for a language, which its speakers are placed in from then on. Source: behaviours 28. */
export const openLanguageHall = defineCommand({
  who: "member",
  limit: "hallsOfPerson",
  input: overflowInput,
  output: openedHall,
  refusals: [...SCENE_REFUSALS, "family_full", "not_allowed", "room_not_live", "too_many"],
  status: 201,
  summary: "Open an overflow room for a language",
  run: async (ask) => {
    const { language } = ask.input;
    if (!toId<RoomId>(ask.params.roomId)) return refused("not_found");
    const ruling = await actInRoom(
      ask,
      async ({ sql, roomId, actor }) => {
        // All of the family is locked already; this counts it as the door does.
        const rooms = await lockRooms(sql, [roomId], []);
        const main = rooms.get(roomId);
        if (!main || main.mainRoomId !== null) return refused("not_found");
        if (!can(actor, "assignInterpreter")) return refused("not_allowed");
        if (main.status !== "live") return refused(main.status === "ended" ? "room_ended" : "room_not_live");
        const family = [...rooms.values()].filter((room) => room.mainRoomId === roomId);
        if (!mayOpenOverflow(main, family)) return refused("family_full");
        const hall = overflowOf(main, language);
        await openOverflow(sql, [hall]);
        const number = hall.overflowOpened;
        const happening = { type: "language_hall_opened", language, number } as const;
        return granted({
          value: { id: hall.id, number, capacity: hall.capacity },
          events: [{ audience: "moderators", happening }],
          changed: [roomId],
        });
      },
      { locks: "halls" },
    );
    if (!ruling.ok) return ruling;
    const { id, number, capacity } = ruling.value;
    ensureMediaRoom(id, capacity).catch((fault: unknown) => log().debug({ err: fault }, "left to the door"));
    return granted({ hall: { id, number } });
  },
});
