import { validate } from "uuid";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { ringPerson } from "@/lib/server/notify/ring-person";
import { db } from "@/lib/server/postgres/db";
import { noInput, nothing } from "@/lib/wire/fields";

/** Marks a call as seen, on all screens of the caller. Safe to repeat; 404 where there was none. */
export const seePing = defineCommand({
  who: "member",
  limit: "answersOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Put a call into a room away",
  run: async ({ caller, params }) => {
    const roomId = params.roomId ?? "";
    if (!validate(roomId)) return refused("not_found");
    const key = { roomId, personId: caller.id };
    const { count } = await db().ping.updateMany({ where: { ...key, seenAt: null }, data: { seenAt: new Date() } });
    if (count > 0) ringPerson(caller.id);
    else if ((await db().ping.count({ where: key })) === 0) return refused("not_found");
    return granted(null);
  },
});
