import type { PersonId } from "@/lib/domain/ids";
import { env } from "@/lib/env";
import { sameBytes, sealOf } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";

const SHAPE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

/** What opens somebody's own calendar: their id and when it was made, sealed. One that is made anew ends the one before. */
const seal = (personId: string, madeAt: Date): Buffer => sealOf("calendar", `${personId} ${madeAt.toISOString()}`);

/** Where a person's own calendar can be read; null while they have no such address. */
export async function calendarAddress({ id }: { id: PersonId }): Promise<string | null> {
  const key = await db().calendarKey.findUnique({ where: { personId: id } });
  if (!key) return null;
  const secret = `${id}.${seal(id, key.madeAt).toString("base64url")}`;
  return new URL(`/calendars/${secret}.ics`, env().PLENUM_URL).href;
}

/** Whose calendar a key opens, and their name; null for one that counts no more, or of somebody who is gone. */
export async function ownerOfCalendar(key: string): Promise<{ id: PersonId; name: string } | null> {
  const [, personId, given] = SHAPE.exec(key) ?? [];
  if (!personId || !given) return null;
  const where = { personId, person: { bannedAt: null, givenUpAt: null } };
  const found = await db().calendarKey.findFirst({
    where,
    select: { madeAt: true, person: { select: { name: true } } },
  });
  if (!found || !sameBytes(Buffer.from(given, "base64url"), seal(personId, found.madeAt))) return null;
  return { id: personId as PersonId, name: found.person.name };
}
