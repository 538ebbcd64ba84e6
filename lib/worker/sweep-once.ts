import { validate } from "uuid";
import type { RoomId } from "@/lib/domain/ids";
import { type SweepFindings, sweepRoom } from "@/lib/domain/seats/presence";
import { keepsTo } from "@/lib/domain/seats/standing";
import { ensureMediaRoom, forgetMediaRoom } from "@/lib/media/api";
import { deleteMediaRoom, listMediaPresences, listMediaRooms, type MediaPresence } from "@/lib/media/mirror";
import { mirrorSeat } from "@/lib/server/mirroring/mirror-seat";
import { standingsOf } from "@/lib/server/mirroring/standings";
import { log } from "@/lib/server/postgres/log";
import { markConnected, markGone, type SweepMoment } from "@/lib/server/seats/presence";
import { carryOutPending } from "@/lib/server/sweeping/carry-out-pending";
import { closeEndedHeldSeats } from "@/lib/server/sweeping/close-ended-held-seats";
import { closeExpiredOffers } from "@/lib/server/sweeping/close-expired-offers";
import { closeExpiredSeats } from "@/lib/server/sweeping/close-expired-seats";
import { closeSeatOffers } from "@/lib/server/sweeping/close-seat-offers";
import { closeVisits } from "@/lib/server/sweeping/close-visits";
import { endEmptyRooms } from "@/lib/server/sweeping/end-empty-rooms";
import { endHostlessRooms } from "@/lib/server/sweeping/end-hostless-rooms";
import { keepTheHour } from "@/lib/server/sweeping/keep-the-hour";
import { offerSeats } from "@/lib/server/sweeping/offer-seats";
import { openSeatsOf } from "@/lib/server/sweeping/open-seats";
import { renewRoom, storeFirstSid } from "@/lib/server/sweeping/renew-room";
import { type RoomToSweep, roomsEnded, roomsToSweep } from "@/lib/server/sweeping/rooms-to-sweep";
import { settleInterpreters } from "@/lib/server/sweeping/settle-interpreters";
import { type Sitting, tellLookAlikes } from "@/lib/server/sweeping/tell-look-alikes";
import { inParallel } from "./in-parallel";
import { sweepChannels } from "./sweep-channels";

/** Rooms asked for at once. */
const ROOMS_AT_ONCE = 20;

/** The announcer ends a room in LiveKit; after this long the sweep does it in its place. */
const LEFT_OVER_MS = 10_000;

/** The sid that LiveKit gave each live room that was seen. */
export type SeenRooms = Map<string, string>;

/**
 * Makes Postgres and LiveKit agree, all rooms once: webhooks only make the same happen sooner.
 * First what needs no LiveKit. Throws ServiceAway("media"), and then no lease has run down.
 */
export async function sweepOnce(fence: bigint, clock: () => Date = () => new Date()): Promise<SeenRooms> {
  await closeExpiredOffers(clock());
  await closeEndedHeldSeats(clock());
  await closeSeatOffers(clock());
  await keepTheHour(clock());
  await endEmptyRooms(clock());
  await settleInterpreters(clock());
  const listed = await listMediaRooms();
  // Only while the media server is there: without it no host could come back.
  await endHostlessRooms(clock());
  await closeVisits(clock());
  await offerSeats(clock());
  const rooms = await roomsToSweep();
  const seen: SeenRooms = new Map();
  const standing: RoomToSweep[] = [];
  await inParallel(rooms, ROOMS_AT_ONCE, async (room) => {
    const sid = listed.get(room.id) ?? (await recreate(room));
    seen.set(room.id, sid);
    if (sid === room.mediaSid) standing.push(room);
    else await noteMediaSid(room, sid, clock());
  });
  await sweepStanding(standing, fence, clock);
  await sweepChannels(listed.keys(), clock());
  await carryOutPending();
  await deleteEndedRooms([...listed.keys()], clock());
  return seen;
}

async function recreate(room: RoomToSweep): Promise<string> {
  forgetMediaRoom(room.id);
  return (await ensureMediaRoom(room.id, room.capacity)).sid;
}

async function noteMediaSid(room: RoomToSweep, sid: string, now: Date): Promise<void> {
  if (room.mediaSid === null) return storeFirstSid(room.id, sid);
  const seats = await renewRoom(room.id, sid, now);
  log().warn({ roomId: room.id, seats }, "the media server lost a room; everyone in it has their grace to come back");
}

/** Lists first and reads the seats afterwards: a person who sat down in between must not look like an intruder. */
async function sweepStanding(rooms: RoomToSweep[], fence: bigint, clock: () => Date): Promise<void> {
  const sitting: Sitting[] = [];
  for (let first = 0; first < rooms.length; first += ROOMS_AT_ONCE) {
    const takenAt = clock();
    const lists = new Map<string, MediaPresence[]>();
    await inParallel(rooms.slice(first, first + ROOMS_AT_ONCE), ROOMS_AT_ONCE, async (room) => {
      const present = await listMediaPresences(room.id);
      if (present) lists.set(room.id, present);
    });
    const seats = await openSeatsOf([...lists.keys()]);
    for (const room of rooms.slice(first, first + ROOMS_AT_ONCE)) {
      sitting.push({ room, seats: seats.get(room.id) ?? [] });
    }
    const welcome = await withoutSeats(lists);
    const moment = { takenAt, now: clock(), fence };
    const found = [...lists].map(([roomId, present]) => ({
      roomId,
      ...sweepRoom(
        seats.get(roomId) ?? [],
        present.filter((each) => !welcome.has(each)),
        takenAt,
        moment.now,
      ),
    }));
    await act(found, moment);
  }
  await tellLookAlikes(sitting);
}

/** The relay and visitors, as far as they are just what they may be. */
async function withoutSeats(lists: Map<string, MediaPresence[]>): Promise<Set<MediaPresence>> {
  const nameless = [...lists].flatMap(([roomId, present]) =>
    present.filter(({ identity }) => !validate(identity)).map((presence) => ({ roomId, presence })),
  );
  const standings = await standingsOf(
    nameless.map(({ roomId, presence }) => ({ roomId, identity: presence.identity })),
  );
  return new Set(
    nameless.flatMap(({ presence }, place) => (keepsTo(presence, standings[place] ?? null) ? [presence] : [])),
  );
}

async function act(found: (SweepFindings & { roomId: string })[], moment: SweepMoment): Promise<void> {
  await markConnected(
    found.flatMap((findings) => findings.connected),
    moment,
  );
  await markGone(
    found.flatMap((findings) => findings.gone),
    moment,
  );
  for (const { roomId, expired } of found) {
    if (expired.length > 0) await closeExpiredSeats(roomId as RoomId, expired, moment.now, moment.fence);
  }
  const unruly = found.flatMap(({ roomId, unruly }) => unruly.map((identity) => ({ roomId, identity })));
  await inParallel(unruly, ROOMS_AT_ONCE, ({ roomId, identity }) => mirrorSeat(roomId, identity));
}

/** Rooms of ours that ended but are still in LiveKit. */
async function deleteEndedRooms(names: string[], now: Date): Promise<void> {
  const ended = await roomsEnded(
    names.filter((name) => validate(name)),
    new Date(now.getTime() - LEFT_OVER_MS),
  );
  await inParallel(ended, ROOMS_AT_ONCE, deleteMediaRoom);
}
