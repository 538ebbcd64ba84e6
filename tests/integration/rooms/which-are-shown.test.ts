import { v7 as uuid } from "uuid";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonId, RecordingId, RoomId, ShowId } from "@/lib/domain/ids";
import { openDoor } from "@/lib/server/admission/door";
import type { Member } from "@/lib/server/callers/caller";
import { openHallway, openMyHallway } from "@/lib/server/notify/my-hallway";
import { HALLWAY_CHANNEL } from "@/lib/server/notify/ring-hallway";
import { db, hotPool } from "@/lib/server/postgres/db";
import { listen } from "@/lib/server/postgres/listen";
import { cardFacts, NOTHING_SHOWN } from "@/lib/server/preview-card/card-facts";
import { followedNow } from "@/lib/server/queries/hallway/followed-now";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import { myPings } from "@/lib/server/queries/invites/my-pings";
import { digestNews } from "@/lib/server/queries/notifications/digest-news";
import { myNotifications } from "@/lib/server/queries/notifications/my-notifications";
import { toldOfEpisodeNews } from "@/lib/server/queries/notifications/told-of-episode-news";
import { toldOfGoingLive } from "@/lib/server/queries/notifications/told-of-going-live";
import { firstRoom } from "@/lib/server/queries/onboarding/first-room";
import { profile } from "@/lib/server/queries/people/profile";
import { recordingsOf } from "@/lib/server/queries/recording/recordings";
import { replayChat } from "@/lib/server/queries/recording/replay-chat";
import { attendance } from "@/lib/server/queries/reminders/attendance";
import { episodesOfShow, myEpisodes, oneEpisode } from "@/lib/server/queries/reminders/episode-calendar";
import { feedItems } from "@/lib/server/queries/reminders/show-feed";
import { knownRoom } from "@/lib/server/queries/rooms/known-room";
import { search } from "@/lib/server/queries/search/search";
import { oembed } from "@/lib/server/queries/sharing/oembed";
import { publicPaths } from "@/lib/server/queries/sharing/public-addresses";
import { addClub, addMember, addRoom, emptyHouse, FROM_ALL_TIME, wantsMail } from "@/tests/support/scenes/at-the-door";
import { addShow } from "@/tests/support/scenes/episodes";
import { addRecording, wrote } from "@/tests/support/scenes/recorded";

/**
 * One grid: what a room is to those who look, by every reader that may show it. Ada hosts it, Ben is its speaker; Eve follows both and
 * was called into it, and a visitor has no account. A new reader is one more line, a new kind of room one more of CASES.
 */
type Cast = { ada: PersonId; ben: PersonId; eve: PersonId; room: RoomId; other: RoomId; show: string; replay: string };

/** Whether this reader shows the room to whoever looks. */
type Reader = (cast: Cast, viewer: PersonId | null) => Promise<boolean>;

const asCaller = (id: PersonId | null) => (id === null ? null : { id });
const asListener = (id: PersonId | null) => (id === null ? null : ({ id, kind: "member", admin: false } as Member));

const FOR_ALL = {
  "its page and its API": async ({ room }, viewer) => (await knownRoom(asCaller(viewer), room)) !== null,
  hallway: async ({ room }, viewer) => (await liveRooms(asCaller(viewer))).rooms.some(({ id }) => id === room),
  "hallway's stream": async ({ room, other }, viewer) => {
    const watch = viewer ? await openMyHallway(viewer, {}) : openHallway({});
    const told = new Set<string>();
    await new Promise<void>((heard) => {
      const stop = watch(({ rooms }) => {
        for (const { id } of rooms) told.add(id);
        if (!told.has(other)) return;
        stop();
        heard();
      });
      void hotPool().query("SELECT pg_notify($1, room) FROM unnest($2::text[]) AS room", [
        HALLWAY_CHANNEL,
        [room, other],
      ]);
    });
    return told.has(room);
  },
  search: async ({ room }, viewer) =>
    (await search(asCaller(viewer), { q: "marmalade", kind: "rooms", after: null })).rooms.some(
      ({ id }) => id === room,
    ),
  "rooms of its host": async ({ ada, room }, viewer) =>
    !!(await profile(asCaller(viewer), { id: ada }))?.liveRooms.some(({ id }) => id === room),
  "how many will be there": async ({ room }, viewer) => (await attendance(asCaller(viewer), room)) !== null,
  "its recordings": async ({ room }, viewer) => (await recordingsOf(asListener(viewer), room)) !== null,
  "the chat beside its replay": async ({ room, replay }, viewer) =>
    !!(await replayChat(asListener(viewer), { roomId: room, recordingId: replay as RecordingId }, { at: 0 }))?.lines
      .length,
  "where its speaker is": async ({ ben, room }, viewer) =>
    (await profile(asCaller(viewer), { id: ben }))?.liveRoom?.id === room,
} satisfies Record<string, Reader>;

const FOR_NOBODY = {
  sitemap: async ({ room }) => (await publicPaths("rooms", null, 100)).includes(`/rooms/${room}`),
  "its calendar": async ({ room }) => (await oneEpisode(room)) !== null,
  "calendar of its show": async ({ room, show }) =>
    (await episodesOfShow(show)).some(({ uid }) => uid.startsWith(room)),
  "RSS of its show": async ({ room, show }) => (await feedItems(show as ShowId)).some(({ id }) => id === room),
  oEmbed: async ({ room }) => (await oembed({ url: `http://localhost:3000/rooms/${room}` })) !== null,
  "preview card": async ({ room }) => {
    const covers = () => true;
    const fonts = { covers } as Parameters<typeof cardFacts>[1];
    return cardFacts((await knownRoom(null, room))?.view ?? null, fonts) !== NOTHING_SHOWN;
  },
} satisfies Record<string, Reader>;

const FOR_EVE = {
  "where mine are": async ({ room }, viewer) =>
    (await followedNow({ id: viewer as PersonId })).people.some((one) => one.room.id === room),
  "my notifications": async ({ room }, viewer) =>
    (await myNotifications({ id: viewer as PersonId }, null)).notifications.some((one) => one.room?.id === room),
  "mail of what I missed": async ({ room }, viewer) =>
    (await digestNews(viewer as PersonId, FROM_ALL_TIME))?.news.some((one) => one.room?.id === room) === true,
  "word of going live": async ({ ben, room }, viewer) =>
    (await toldOfGoingLive([viewer as PersonId], { personId: ben, roomId: room })).length > 0,
  "word of an episode": async ({ room }, viewer) =>
    (await toldOfEpisodeNews([viewer as PersonId], { roomId: room, sequence: 0, kind: "live" })).length > 0,
  "my calendar": async ({ room }, viewer) =>
    (await myEpisodes(viewer as PersonId)).some(({ uid }) => uid.startsWith(room)),
  "calls into rooms": async ({ room }, viewer) =>
    (await myPings({ id: viewer as PersonId })).pings.some((one) => one.room.id === room),
  "a newcomer's first room": async ({ room }, viewer) => (await firstRoom({ id: viewer as PersonId }))?.id === room,
  "its door": async ({ room }, viewer) =>
    (await openDoor(hotPool()).admit({ roomId: room, personId: viewer as PersonId, kind: "member" })).ok,
} satisfies Record<string, Reader>;

const READERS = { ...FOR_ALL, ...FOR_NOBODY, ...FOR_EVE };
const ALL = Object.keys(READERS);
const but = (...hidden: (keyof typeof READERS)[]): string[] =>
  ALL.filter((reader) => !(hidden as string[]).includes(reader));

type Change = Parameters<ReturnType<typeof db>["room"]["update"]>[0]["data"];
const changed =
  (data: Change) =>
  async ({ room }: Cast) =>
    void (await db().room.update({ where: { id: room }, data }));
const block = async (blockerId: PersonId, blockedId: PersonId): Promise<void> => {
  await db().block.create({ data: { blockerId, blockedId } });
};
const closed = changed({ kind: "closed" });
const forMembers = async ({ ada, room }: Cast, ...members: PersonId[]): Promise<void> => {
  const clubId = await addClub(ada);
  await db().clubMember.createMany({ data: members.map((personId) => ({ clubId, personId })) });
  await db().room.update({ where: { id: room }, data: { kind: "members", clubId } });
};

/** What it is, and in which readers it is still shown: to Eve, and to a visitor. */
const CASES: Record<string, { befalls: (cast: Cast) => Promise<unknown>; toEve: string[]; toVisitor: string[] }> = {
  open: { befalls: async () => {}, toEve: ALL, toVisitor: ALL },
  // Everybody may see it there; who comes in is judged at its door. It is not handed on to other sites.
  social: {
    befalls: changed({ kind: "social" }),
    toEve: but("its door"),
    toVisitor: but("sitemap", "oEmbed", "preview card"),
  },
  closed: { befalls: closed, toEve: [], toVisitor: [] },
  "closed, and open to whom it was given a key": {
    befalls: async (cast) => {
      await closed(cast);
      await db().invitation.create({ data: { roomId: cast.room, personId: cast.eve, invitedById: cast.ada } });
    },
    // The stream tells everybody the same: of a closed room nothing. What was recorded before it was closed nobody hears.
    toEve: but("hallway's stream", "the chat beside its replay"),
    toVisitor: [],
  },
  "for members of a club": { befalls: (cast) => forMembers(cast), toEve: [], toVisitor: [] },
  "for members of a club, to one of them": {
    befalls: (cast) => forMembers(cast, cast.eve),
    toEve: but("hallway's stream"),
    toVisitor: [],
  },
  "for members of a club, to one of them whom its host blocked": {
    befalls: async (cast) => {
      await forMembers(cast, cast.eve);
      await block(cast.ada, cast.eve);
    },
    toEve: [],
    toVisitor: [],
  },
  "hosted by somebody whom those who look blocked": {
    befalls: ({ eve, ada }) => block(eve, ada),
    toEve: [],
    toVisitor: ALL,
  },
  "hosted by somebody who blocked those who look": {
    befalls: ({ eve, ada }) => block(ada, eve),
    toEve: [],
    toVisitor: ALL,
  },
  "one that they were put out of": {
    befalls: ({ eve, ada, room }) => db().roomBan.create({ data: { roomId: room, personId: eve, bannedById: ada } }),
    toEve: [],
    toVisitor: ALL,
  },
  "one that they hid": {
    befalls: ({ eve, room }) => db().hiddenRoom.create({ data: { roomId: room, personId: eve } }),
    toEve: but("hallway", "hallway's stream", "a newcomer's first room"),
    toVisitor: ALL,
  },
  // The stream says that it ended, so that its card goes; word of going live is asked for in that moment alone.
  ended: {
    befalls: changed({ status: "ended", endedAt: new Date() }),
    toEve: [
      "its page and its API",
      "hallway's stream",
      "how many will be there",
      "its recordings",
      "the chat beside its replay",
      "word of an episode",
      "my calendar",
      "my notifications",
      "mail of what I missed",
      "word of going live",
    ],
    toVisitor: [
      "its page and its API",
      "hallway's stream",
      "how many will be there",
      "its recordings",
      "the chat beside its replay",
      "its calendar",
      "calendar of its show",
      "RSS of its show",
      "oEmbed",
      "preview card",
    ],
  },
};

let cast: Cast;

beforeAll(async () => {
  await new Promise<void>((heard) => listen(HALLWAY_CHANNEL, (roomId) => roomId === null && heard()));
});

beforeEach(async () => {
  await emptyHouse();
  const [ada, ben, eve] = [await addMember("ada"), await addMember("ben"), await addMember("eve")];
  const room = await addRoom({ createdById: ada, title: "Marmalade" });
  const other = await addRoom({ createdById: ben, title: "Another" });
  const show = await addShow(ada);
  await db().room.update({ where: { id: room }, data: { showId: show, scheduledFor: new Date() } });
  await db().episode.create({ data: { roomId: room, publishedAt: new Date(0) } });
  await db().episodeNews.create({ data: { roomId: room, showId: show, sequence: 0, kind: "live" } });
  await db().rsvp.create({ data: { roomId: room, personId: eve, at: new Date(0) } });
  const startedAt = new Date(Date.now() - 60_000);
  const replay = await addRecording(room, startedAt);
  await wrote(room, ada, "What I wrote", new Date(startedAt.getTime() + 1_000));
  cast = { ada, ben, eve, room, other, show, replay };
  const onStage = { roomId: room, stageSince: new Date() };
  await db().seat.createMany({
    data: [
      { id: uuid(), personId: ada, role: "host", ...onStage },
      { id: uuid(), personId: ben, role: "speaker", ...onStage },
    ],
  });
  await db().room.update({ where: { id: room }, data: { openSeats: 2 } });
  await db().follow.createMany({
    data: [ada, ben].map((followeeId) => ({ followerId: eve, followeeId, createdAt: new Date(0) })),
  });
  await db().goingLive.create({ data: { personId: ben, roomId: room, kind: "speaking" } });
  await db().ping.create({ data: { roomId: room, personId: eve, byId: ada } });
  await wantsMail(eve);
});

const shownTo = async (readers: Record<string, Reader>, viewer: PersonId | null): Promise<string[]> => {
  const shown: string[] = [];
  for (const [name, read] of Object.entries(readers)) if (await read(cast, viewer)) shown.push(name);
  return shown;
};

const only = (readers: Record<string, Reader>, wanted: string[]): string[] =>
  Object.keys(readers).filter((name) => wanted.includes(name));

describe.each(Object.entries(CASES))("a room that is %s", (_, { befalls, toEve, toVisitor }) => {
  it("is shown by each reader as the rule has it", async () => {
    await befalls(cast);
    const [member, visitor] = [
      { ...FOR_ALL, ...FOR_EVE },
      { ...FOR_ALL, ...FOR_NOBODY },
    ];
    expect.soft(await shownTo(visitor, null)).toEqual(only(visitor, toVisitor));
    expect.soft(await shownTo(member, cast.eve)).toEqual(only(member, toEve));
  });
});
