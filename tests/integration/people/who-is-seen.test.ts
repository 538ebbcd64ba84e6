import { v7 as uuid } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { PersonId, RecordingId, RoomId } from "@/lib/domain/ids";
import type { Member } from "@/lib/server/callers/caller";
import { db } from "@/lib/server/postgres/db";
import { NOBODY, personFacts } from "@/lib/server/preview-card/person-facts";
import { club } from "@/lib/server/queries/clubs/club";
import { clubMembers } from "@/lib/server/queries/clubs/club-members";
import { followedNow } from "@/lib/server/queries/hallway/followed-now";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import { sealOfCode } from "@/lib/server/queries/invite-codes/sealed-code";
import { digestNews } from "@/lib/server/queries/notifications/digest-news";
import { myNotifications } from "@/lib/server/queries/notifications/my-notifications";
import { toldOfGoingLive } from "@/lib/server/queries/notifications/told-of-going-live";
import { unreadNotifications } from "@/lib/server/queries/notifications/unread-notifications";
import { followCounts } from "@/lib/server/queries/people/follow-counts";
import { followList } from "@/lib/server/queries/people/follow-list";
import { inCommon } from "@/lib/server/queries/people/in-common";
import { myFollowers } from "@/lib/server/queries/people/my-followers";
import { profile } from "@/lib/server/queries/people/profile";
import { replayChat } from "@/lib/server/queries/recording/replay-chat";
import { search } from "@/lib/server/queries/search/search";
import { publicPaths } from "@/lib/server/queries/sharing/public-addresses";
import { publicProfile } from "@/lib/server/queries/sharing/public-profile";
import { show } from "@/lib/server/queries/shows/show";
import { suggestions } from "@/lib/server/queries/suggestions/suggestions";
import { findInviteCode } from "@/lib/server/sign-in/find-invite-code";
import { addClub, addMember, addRoom, emptyHouse, FROM_ALL_TIME, wantsMail } from "@/tests/support/scenes/at-the-door";
import { addRecording, wrote } from "@/tests/support/scenes/recorded";

/**
 * One grid: what befell a person, by every reader that may show them. Zoe is on the stage of Ada's room and in everybody's lists;
 * Eve, who follows her, and Gil, whom she may know of only through others, look for her; so does a visitor without an account.
 * A new reader is one more line of READERS, and a new reason not to be seen one of CASES.
 */
const CAST = ["ada", "zoe", "eve", "gil", "ben"] as const;
type Cast = Record<(typeof CAST)[number], PersonId> & { room: RoomId; club: string; replay: string };

/** Whether this reader shows Zoe to whoever looks. */
type Reader = (cast: Cast, viewer: PersonId | null) => Promise<boolean>;

const asCaller = (id: PersonId | null) => (id === null ? null : { id });
const has = (people: readonly { id: string }[], { zoe }: Cast): boolean => people.some(({ id }) => id === zoe);
const listOfBen = async (cast: Cast, viewer: PersonId | null, which: "followers" | "following") =>
  has((await followList(viewer, { id: cast.ben, withheld: false }, which, null)).people, cast);
const countOfBen = async ({ ben }: Cast, viewer: PersonId | null, which: "followers" | "following") =>
  (await followCounts(viewer, ben))[which] > (await othersOf(ben, which));
/** Only Zoe can be the one more. */
const othersOf = (ben: PersonId, which: "followers" | "following"): Promise<number> =>
  which === "followers"
    ? db().follow.count({ where: { followeeId: ben, follower: { handle: { not: "zoe" } } } })
    : db().follow.count({ where: { followerId: ben, followee: { handle: { not: "zoe" } } } });

/** What everybody may ask, with an account or without. */
const FOR_ALL = {
  "profile by handle": async (_, viewer) => (await profile(asCaller(viewer), { handle: "zoe" })) !== null,
  "profile by id": async ({ zoe }, viewer) => (await profile(asCaller(viewer), { id: zoe })) !== null,
  "who nominated Ben": async ({ ben, ...cast }, viewer) =>
    (await profile(asCaller(viewer), { id: ben }))?.nominatedBy?.id === cast.zoe,
  search: async (cast, viewer) =>
    has((await search(asCaller(viewer), { q: "zoe", kind: "people", after: null })).people, cast),
  "hosts of a show found": async (cast, viewer) =>
    (await search(asCaller(viewer), { q: "owls", kind: "shows", after: null })).shows.some(({ hosts }) =>
      has(hosts, cast),
    ),
  "hosts of a show, on its page": async (cast, viewer) =>
    has((await show(asCaller(viewer), { slug: "owls" }))?.hosts ?? [], cast),
  "members of Ada's club": async (cast, viewer) =>
    has((await clubMembers(asCaller(viewer), cast.club, null)).people, cast),
  "count of its members": async (_, viewer) => (await club(asCaller(viewer), { handle: "owls" }))?.members === 2,
  "count of its members, found": async (_, viewer) =>
    (await search(asCaller(viewer), { q: "owls", kind: "clubs", after: null })).clubs[0]?.members === 2,
  "the chat beside a replay": async ({ room, replay, ...cast }, viewer) => {
    const caller = viewer === null ? null : ({ id: viewer, kind: "member", admin: false } as Member);
    const page = await replayChat(caller, { roomId: room, recordingId: replay as RecordingId }, { at: 0 });
    return (page?.lines ?? []).some(({ person }) => person.id === cast.zoe);
  },
  "followers of Ben": (cast, viewer) => listOfBen(cast, viewer, "followers"),
  "whom Ben follows": (cast, viewer) => listOfBen(cast, viewer, "following"),
  "count of Ben's followers": (cast, viewer) => countOfBen(cast, viewer, "followers"),
  "count of whom Ben follows": (cast, viewer) => countOfBen(cast, viewer, "following"),
} satisfies Record<string, Reader>;

/** What has no one in particular in mind. */
const FOR_NOBODY = {
  "who invites by a code": async ({ zoe }) => {
    const found = await findInviteCode("0123-4567-89ab", "192.0.2.1");
    return found.ok && found.value.by.id === zoe;
  },
  sitemap: async () => (await publicPaths("people", null, 100)).includes("/people/zoe"),
  "preview card": async () => {
    const covers = () => true;
    return personFacts(await publicProfile("zoe"), { covers } as Parameters<typeof personFacts>[1]) !== NOBODY;
  },
} satisfies Record<string, Reader>;

/** What Eve has, who follows Zoe and is followed by her. */
const FOR_EVE = {
  "where mine are": async (cast, viewer) =>
    has(
      (await followedNow({ id: viewer as PersonId })).people.map(({ person }) => person),
      cast,
    ),
  "why a card stands there": async (_, viewer) =>
    (await liveRooms({ id: viewer as PersonId })).rooms.some(({ followedOnStage }) => followedOnStage > 0),
  "my followers": async (cast, viewer) => has((await myFollowers({ id: viewer as PersonId }, "", null)).people, cast),
  "my followers, typed": async (cast, viewer) =>
    has((await myFollowers({ id: viewer as PersonId }, "zo", null)).people, cast),
  "in common with Ben": async ({ ben, ...cast }, viewer) =>
    (await inCommon(viewer as PersonId, ben)).people.some(({ id }) => id === cast.zoe),
  "my notifications": async (cast, viewer) =>
    has(
      (await myNotifications({ id: viewer as PersonId }, null)).notifications.map(({ person }) => person),
      cast,
    ),
  "mail of what I missed": async (_, viewer) =>
    (await digestNews(viewer as PersonId, FROM_ALL_TIME))?.news.some(({ handle }) => handle === "zoe") === true,
  "my unread count": async (_, viewer) => (await unreadNotifications({ id: viewer as PersonId })).unread > 0,
  "word of going live": async ({ zoe, room }, viewer) =>
    (await toldOfGoingLive([viewer as PersonId], { personId: zoe, roomId: room })).length > 0,
} satisfies Record<string, Reader>;

/** What Gil has, who follows Ben, and does not know Zoe yet; she asks to be let into a club of his. */
const FOR_GIL = {
  "who asks at my club": async (cast, viewer) =>
    has(
      (await myNotifications({ id: viewer as PersonId }, null)).notifications.map(({ person }) => person),
      cast,
    ),
  "whom I might follow": async (cast, viewer) =>
    has(
      (await suggestions({ id: viewer as PersonId })).map(({ person }) => person),
      cast,
    ),
} satisfies Record<string, Reader>;

const ALL = Object.keys({ ...FOR_ALL, ...FOR_NOBODY, ...FOR_EVE, ...FOR_GIL });

type Change = Parameters<ReturnType<typeof db>["person"]["update"]>[0]["data"];
const changed =
  (data: Change) =>
  async ({ zoe }: Cast) =>
    void (await db().person.update({ where: { id: zoe }, data }));
const block = async (blockerId: PersonId, blockedId: PersonId): Promise<void> => {
  await db().block.create({ data: { blockerId, blockedId } });
};

/** What tells where she is. */
const WHERE = [
  "where mine are",
  "why a card stands there",
  "my notifications",
  "mail of what I missed",
  "my unread count",
  "word of going live",
];

/** What befell, and in which readers she is still seen: by Eve and Gil, and by a visitor. */
const CASES: Record<string, { befalls: (cast: Cast) => Promise<void>; seen: string[]; byVisitor: string[] }> = {
  nothing: { befalls: async () => {}, seen: ALL, byVisitor: ALL },
  "blocked by those who look": {
    befalls: async ({ eve, gil, zoe }) => void (await Promise.all([block(eve, zoe), block(gil, zoe)])),
    seen: [],
    byVisitor: ALL,
  },
  "blocked those who look": {
    befalls: async ({ eve, gil, zoe }) => void (await Promise.all([block(zoe, eve), block(zoe, gil)])),
    seen: [],
    byVisitor: ALL,
  },
  banned: { befalls: changed({ bannedAt: new Date() }), seen: [], byVisitor: [] },
  "given up": { befalls: changed({ givenUpAt: new Date() }), seen: [], byVisitor: [] },
  protected: {
    befalls: changed({ protectedAt: new Date() }),
    // She follows Eve, who therefore sees all; of Gil and of visitors she keeps where she is and what she says.
    seen: ALL.filter((reader) => reader !== "sitemap" && reader !== "preview card"),
    byVisitor: ALL.filter((reader) => reader !== "sitemap" && reader !== "preview card"),
  },
  "telling nobody where she is": {
    befalls: changed({ whereabouts: "nobody" }),
    seen: ALL.filter((reader) => !WHERE.includes(reader)),
    byVisitor: ALL,
  },
};

let cast: Cast;

beforeEach(async () => {
  await emptyHouse();
  const ids = await Promise.all(CAST.map(addMember));
  const people = Object.fromEntries(CAST.map((name, place) => [name, ids[place]])) as Record<string, PersonId>;
  const { ada, zoe, eve, gil, ben } = people as Cast;
  await db().person.update({ where: { id: ben }, data: { nominatedById: zoe } });
  const room = await addRoom({ createdById: ada });
  const startedAt = new Date(Date.now() - 60_000);
  const replay = await addRecording(room, startedAt);
  await wrote(room, zoe, "What she wrote", new Date(startedAt.getTime() + 1_000));
  cast = { ada, zoe, eve, gil, ben, room, club: await addClub(ada, "owls"), replay };
  await db().clubMember.create({ data: { clubId: cast.club, personId: zoe } });
  await db().clubRequest.create({ data: { clubId: await addClub(gil, "larks"), personId: zoe } });
  await db().seat.createMany({
    data: [
      { id: uuid(), roomId: room, personId: ada, role: "host", stageSince: new Date() },
      { id: uuid(), roomId: room, personId: zoe, role: "speaker", stageSince: new Date() },
    ],
  });
  await db().show.create({
    data: {
      publishedAt: new Date(),
      slug: "owls",
      title: "Owls",
      language: "en",
      hosts: { create: [{ personId: zoe }, { personId: ada }] },
    },
  });
  const follows = [
    [eve, zoe],
    [zoe, eve],
    [zoe, ben],
    [ben, zoe],
    [gil, ben],
  ] as const;
  await db().follow.createMany({
    data: follows.map(([followerId, followeeId]) => ({ followerId, followeeId, createdAt: new Date(0) })),
  });
  const code = { codeSeal: sealOfCode("0123-4567-89ab"), maxUses: 1, expiresAt: new Date(Date.now() + 60_000) };
  await db().inviteCode.create({ data: { personId: zoe, ...code } });
  await db().goingLive.create({ data: { personId: zoe, roomId: room, kind: "speaking" } });
  await wantsMail(eve);
});

const seenBy = async (readers: Record<string, Reader>, viewer: PersonId | null): Promise<string[]> => {
  const shown: string[] = [];
  for (const [name, read] of Object.entries(readers)) if (await read(cast, viewer)) shown.push(name);
  return shown;
};

const only = (readers: Record<string, Reader>, wanted: string[]): string[] =>
  Object.keys(readers).filter((name) => wanted.includes(name));

describe.each(Object.entries(CASES))("a person with whom it is: %s", (_, { befalls, seen, byVisitor }) => {
  it("is seen by each reader as the rule has it", async () => {
    await befalls(cast);
    expect.soft(await seenBy({ ...FOR_ALL, ...FOR_EVE }, cast.eve)).toEqual(only({ ...FOR_ALL, ...FOR_EVE }, seen));
    expect.soft(await seenBy({ ...FOR_ALL, ...FOR_GIL }, cast.gil)).toEqual(only({ ...FOR_ALL, ...FOR_GIL }, seen));
    expect
      .soft(await seenBy({ ...FOR_ALL, ...FOR_NOBODY }, null))
      .toEqual(only({ ...FOR_ALL, ...FOR_NOBODY }, byVisitor));
  });
});
