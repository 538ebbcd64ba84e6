import { v7 as uuid } from "uuid";
import type { RoomId } from "@/lib/domain/ids";
import { DEFAULT_CAPACITY, defaultReserve } from "@/lib/domain/rooms/room";
import { granted, refused } from "@/lib/domain/ruling";
import { env } from "@/lib/env";
import { ensureMediaRoom } from "@/lib/media/api";
import { defineCommand } from "@/lib/server/http/command";
import { spendAtDoor } from "@/lib/server/limits/local-limits";
import { withinLimits } from "@/lib/server/limits/within-limits";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { db } from "@/lib/server/postgres/db";
import { log } from "@/lib/server/postgres/log";
import { readRoomView } from "@/lib/server/queries/rooms/read-room-view";
import { roomFields } from "@/lib/wire/rooms/inputs";
import { roomAnswer } from "@/lib/wire/rooms/views";

/** Opens a room. It is live at once and empty; its creator becomes host by joining it. */
export const createRoom = defineCommand({
  who: "member",
  input: roomFields,
  output: roomAnswer,
  refusals: ["bad_input", "not_found", "too_many"],
  status: 201,
  summary: "Open a room",
  run: async ({ caller, input }) => {
    const {
      capacity = Math.min(DEFAULT_CAPACITY, env().PLENUM_ROOM_CAPACITY),
      reserve,
      overflowRooms,
      ...fields
    } = input;
    const overflowLimit = overflowRooms ?? env().PLENUM_OVERFLOW_ROOMS;
    const sizes = withinLimits({ capacity, reserve, overflowRooms });
    if (!sizes.ok) return sizes;
    const kept = overflowLimit === 0 ? 0 : (reserve ?? defaultReserve(capacity));
    const waitSeconds = await spendAtDoor("roomsOfPerson", caller.id);
    if (waitSeconds !== null) return refused("too_many", { retryAfterSeconds: waitSeconds });
    const id = uuid() as RoomId;
    const now = new Date();
    await db().room.create({
      data: {
        ...fields,
        id,
        capacity,
        reserve: kept,
        overflowLimit,
        createdById: caller.id,
        liveAt: now,
        emptySince: now,
        clock: { create: {} },
      },
    });
    // Made ahead, so that the first one in does not wait for it; the door makes sure again.
    ensureMediaRoom(id, capacity).catch((fault: unknown) => log().debug({ err: fault }, "left to the door"));
    ringHallway([id]);
    const view = await readRoomView(id);
    return view ? granted({ room: view.room }) : refused("not_found");
  },
});
