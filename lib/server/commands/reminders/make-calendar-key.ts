import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { calendarAddress } from "@/lib/server/queries/reminders/calendar-key";
import { noInput } from "@/lib/wire/fields";
import { calendarKeyAnswer } from "@/lib/wire/reminders/views";

/** Makes the address under which calendar programs read the caller's own calendar; the one before counts no more. */
export const makeCalendarKey = defineCommand({
  who: "member",
  limit: "calendarKeysOfPerson",
  input: noInput,
  output: calendarKeyAnswer,
  refusals: ["not_found"],
  summary: "Make an address of my own calendar, in place of the one before",
  run: async ({ caller }) => {
    const key = { personId: caller.id, madeAt: new Date() };
    await db().calendarKey.upsert({ where: { personId: caller.id }, create: key, update: key });
    const address = await calendarAddress(caller);
    return address ? granted({ address }) : refused("not_found");
  },
});
