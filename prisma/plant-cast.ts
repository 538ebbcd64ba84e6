import { v7 as uuid } from "uuid";
import { DEFAULT_CAPACITY } from "@/lib/domain/rooms/room";
import { env } from "@/lib/env";
import { db } from "@/lib/server/postgres/db";
import { CAST, FOLLOWS, NEWCOMERS } from "./cast";
import { castId } from "./cast-ids";
import { CAST_BAN, CAST_ROOMS, CAST_SHOWS, type CastRoom, DEMO_ROOMS } from "./cast-rooms";
import { plantClubs } from "./plant-clubs";

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Puts the cast into Postgres: people, shows, clubs, announced rooms, follows, and the demo room. Safe at every start: what is
 * there stays as people left it, only dates that have passed move on, and a demo room is opened again if its last one ended.
 * A person of this instance who already has one of the handles keeps it; that one of the cast then stays away.
 */
export async function plantCast(now = new Date()): Promise<void> {
  const newcomers = await plantPeople(now);
  await plantFollows(newcomers);
  await plantShows();
  await plantClubs(await idsOf(CAST.map(({ handle }) => castId("person", handle))));
  await plantRooms(now);
  await moveDatesOn(now);
  await openDemoRooms(now);
}

/** The ids of those who were not there before. */
async function plantPeople(now: Date): Promise<Set<string>> {
  const before = await idsOf(CAST.map(({ handle }) => castId("person", handle)));
  await db().person.createMany({
    data: CAST.map((member, place) => ({
      ...member,
      id: castId("person", member.handle),
      kind: "member" as const,
      cast: true,
      createdAt: new Date(now.getTime() - daysHere(place) * DAY_MS),
    })),
    skipDuplicates: true,
  });
  const after = await idsOf(CAST.map(({ handle }) => castId("person", handle)));
  return new Set([...after].filter((id) => !before.has(id)));
}

const daysHere = (place: number): number => (place < CAST.length - NEWCOMERS ? 400 - place * 9 : CAST.length - place);

async function idsOf(ids: string[]): Promise<Set<string>> {
  const people = await db().person.findMany({ where: { id: { in: ids } }, select: { id: true } });
  return new Set(people.map(({ id }) => id));
}

/** Only follows of somebody new: whoever unfollowed somebody since has meant it. */
async function plantFollows(newcomers: Set<string>): Promise<void> {
  const everyone = await idsOf(CAST.map(({ handle }) => castId("person", handle)));
  const pairs = [...FOLLOWS, ...acquaintances()]
    .map(([follower, followee]) => ({ followerId: castId("person", follower), followeeId: castId("person", followee) }))
    .filter(({ followerId, followeeId }) => everyone.has(followerId) && everyone.has(followeeId))
    .filter(({ followerId, followeeId }) => newcomers.has(followerId) || newcomers.has(followeeId));
  await db().follow.createMany({ data: pairs, skipDuplicates: true });
}

/** A loose net among the others, always the same. */
function acquaintances(): [string, string][] {
  const others = CAST.slice(7).map(({ handle }) => handle);
  return others.flatMap((handle, place) =>
    [1, 4, 9].map((step): [string, string] => [handle, others[(place + step) % others.length] ?? handle]),
  );
}

async function plantShows(): Promise<void> {
  const people = await idsOf(CAST.map(({ handle }) => castId("person", handle)));
  for (const { hosts, ...show } of CAST_SHOWS) {
    const id = castId("show", show.slug);
    if (await db().show.count({ where: { OR: [{ id }, { slug: show.slug }] } })) continue;
    const hostIds = hosts.map((handle) => castId("person", handle)).filter((hostId) => people.has(hostId));
    const hostsOf = { create: hostIds.map((personId) => ({ personId })) };
    const [createdById = null] = hostIds;
    await db().show.create({ data: { ...show, id, createdById, publishedAt: new Date(), hosts: hostsOf } });
  }
}

async function plantRooms(now: Date): Promise<void> {
  const people = await idsOf(CAST.map(({ handle }) => castId("person", handle)));
  for (const room of CAST_ROOMS) {
    const id = castId("room", room.key);
    const hostId = castId("person", room.host);
    if (!people.has(hostId) || (await db().room.count({ where: { id } }))) continue;
    const { key, host, show, club, invited = [], at, ...fields } = room;
    await db().room.create({
      data: {
        ...fields,
        id,
        status: "scheduled",
        capacity: capacity(),
        createdById: hostId,
        showId: show && (await db().show.count({ where: { id: castId("show", show) } })) ? castId("show", show) : null,
        clubId: club && (await db().club.count({ where: openClub(club) })) ? castId("club", club) : null,
        scheduledFor: nextTime(at, now),
        clock: { create: {} },
        episode: { create: { publishedAt: now, kind: fields.kind } },
        invitations: { create: personIds(invited, people).map((personId) => ({ personId, invitedById: hostId })) },
        bans: { create: key === CAST_BAN.room ? bansFor(people) : [] },
      },
    });
  }
}

const openClub = (handle: string) => ({ id: castId("club", handle), closedAt: null });

const personIds = (handles: string[], people: Set<string>): string[] =>
  handles.map((handle) => castId("person", handle)).filter((id) => people.has(id));

function bansFor(people: Set<string>) {
  const [personId, bannedById] = [castId("person", CAST_BAN.person), castId("person", CAST_BAN.by)];
  return people.has(personId) && people.has(bannedById) ? [{ personId, bannedById, reason: CAST_BAN.reason }] : [];
}

/**
 * Announced rooms whose hour has passed are announced for the same number of days ahead again, also those that were called off since
 * their hosts, who are nobody, did not come.
 */
async function moveDatesOn(now: Date): Promise<void> {
  for (const { key, at } of CAST_ROOMS) {
    const id = castId("room", key);
    const missed = { status: "ended", episode: { cancelledAt: { not: null }, cancelledById: null } } as const;
    const { count } = await db().room.updateMany({
      where: { id, scheduledFor: { lt: now }, OR: [{ status: "scheduled" }, missed] },
      data: { status: "scheduled", endedAt: null, scheduledFor: nextTime(at, now) },
    });
    if (count > 0) await db().episode.updateMany({ where: { roomId: id }, data: { cancelledAt: null } });
  }
}

/** That hour so many days from now; a day later if it lies behind us today. */
function nextTime({ inDays, hour, minute }: CastRoom["at"], now: Date): Date {
  const time = new Date(now);
  time.setUTCHours(hour, minute, 0, 0);
  time.setTime(time.getTime() + inDays * DAY_MS);
  return time > now ? time : new Date(time.getTime() + DAY_MS);
}

/** Each demo room that is not live is opened anew: an ended room never comes back, and its log stays its own. */
async function openDemoRooms(now: Date): Promise<void> {
  const people = await idsOf(CAST.map(({ handle }) => castId("person", handle)));
  for (const { host, stage, ...fields } of DEMO_ROOMS) {
    const createdById = castId("person", host);
    const missing = stage.some((handle) => !people.has(castId("person", handle)));
    if (missing || (await db().room.count({ where: { demo: true, status: "live", createdById } }))) continue;
    await db().room.create({
      data: {
        ...fields,
        topics: [...fields.topics],
        id: uuid(),
        demo: true,
        capacity: capacity(),
        createdById,
        liveAt: now,
        emptySince: now,
        clock: { create: {} },
      },
    });
  }
}

const capacity = (): number => Math.min(DEFAULT_CAPACITY, env().PLENUM_ROOM_CAPACITY);
