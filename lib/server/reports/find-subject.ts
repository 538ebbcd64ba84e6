import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { SubjectKind } from "@/lib/domain/reports/report";
import { readSubjectAddress } from "@/lib/domain/reports/subject-address";
import { env } from "@/lib/env";
import { db, hotPool } from "@/lib/server/postgres/db";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import { AUDIBLE_SQL } from "@/lib/server/queries/recording/audible-sql";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { showVisibleSql } from "@/lib/server/queries/shows/show-visibility";

/** What a report is of. `roomId`: where it is, or which room it is. */
export type Subject = {
  kind: SubjectKind;
  subject: string;
  personId: string | null;
  roomId: RoomId | null;
  path: string;
  title: string;
};

const PERSON_SQL = `SELECT p.id, p.name FROM person p WHERE p.handle = $2 AND (${personVisibleSql("$1::uuid")} OR ${personVisibleSql("NULL::uuid")})`;

const SHOW_SQL = `SELECT sh.id, sh.title, (SELECT h.person_id FROM show_host h WHERE h.show_id = sh.id ORDER BY h.role, h.added_at LIMIT 1) AS "personId"
FROM show sh WHERE sh.slug = $2 AND sh.published_at IS NOT NULL AND (${showVisibleSql("$1::uuid")} OR ${showVisibleSql("NULL::uuid")})`;

const RECORDING_SQL = `SELECT g.id, g.started_by_id AS "personId" FROM recording g WHERE g.id = $1::uuid AND g.room_id = $2::uuid AND ${AUDIBLE_SQL}`;

type Named = { address: string; message?: number };

/**
 * What an address means to whoever reports it. What is not there, and what they may not know of, is an address and nothing more: the answer to
 * a report tells nobody which of the two it is. What any visitor may know of is reported also by whoever has blocked its person, or was put out of it.
 */
export async function findSubject(caller: Onlooker, { address, message }: Named): Promise<Subject> {
  const addressed = readSubjectAddress(address, env().PLENUM_URL);
  const nothing: Subject = {
    kind: "address",
    subject: address,
    personId: null,
    roomId: null,
    path: address,
    title: address,
  };
  if (!addressed) return nothing;
  const viewer = caller?.id ?? null;
  if (addressed.kind === "person") {
    const { rows } = await hotPool().query<{ id: string; name: string }>(PERSON_SQL, [viewer, addressed.handle]);
    const [person] = rows;
    if (!person) return nothing;
    const path = `/people/${addressed.handle}`;
    return { kind: "person", subject: person.id, personId: person.id, roomId: null, path, title: person.name };
  }
  if (addressed.kind === "show") {
    const { rows } = await hotPool().query<{ id: string; title: string; personId: string | null }>(SHOW_SQL, [
      viewer,
      addressed.slug,
    ]);
    const [show] = rows;
    if (!show) return nothing;
    const { id, title, personId } = show;
    return { kind: "show", subject: id, personId, roomId: null, path: `/shows/${addressed.slug}`, title };
  }
  return (await findInRoom(caller, addressed, message)) ?? nothing;
}

type InRoom = { kind: "room" | "recording"; roomId: string; recordingId?: string };

async function findInRoom(
  caller: Onlooker,
  { roomId: asked, recordingId }: InRoom,
  message?: number,
): Promise<Subject | null> {
  const roomId = asked as RoomId;
  const room =
    (await visibleRoom(caller && { id: caller.id as PersonId }, roomId)) ?? (await visibleRoom(null, roomId));
  if (!room) return null;
  const here = { roomId, path: `/rooms/${roomId}`, title: room.title };
  if (recordingId) {
    const { rows } = await hotPool().query<{ id: string; personId: string | null }>(RECORDING_SQL, [
      recordingId,
      roomId,
    ]);
    const [recording] = rows;
    if (!recording) return null;
    return {
      kind: "recording",
      subject: recording.id,
      personId: recording.personId,
      ...here,
      path: `${here.path}#${recording.id}`,
    };
  }
  if (message === undefined) return { kind: "room", subject: roomId, personId: room.createdById, ...here };
  const where = { roomId_channel_number: { roomId, channel: "room" as const, number: message } };
  const line = await db().chatLine.findUnique({ where, select: { personId: true, deletedAt: true } });
  if (!line || line.deletedAt) return null;
  return { kind: "message", subject: `${roomId}:${message}`, personId: line.personId, ...here };
}
