import { beforeEach, describe, expect, it } from "vitest";
import type { PersonId } from "@/lib/domain/ids";
import { LIMITS } from "@/lib/domain/limits/limits";
import type { Member } from "@/lib/server/callers/caller";
import { editProfile } from "@/lib/server/commands/people/edit-profile";
import { followPerson } from "@/lib/server/commands/people/follow-person";
import { unfollowPerson } from "@/lib/server/commands/people/unfollow-person";
import type { Ask } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { followList } from "@/lib/server/queries/people/follow-list";
import { profile } from "@/lib/server/queries/people/profile";
import { profileChanges } from "@/lib/wire/people/inputs";

let ada: Member;
let ben: Member;

beforeEach(async () => {
  await Promise.all([db().person.deleteMany(), db().givenUpHandle.deleteMany(), db().rateLimit.deleteMany()]);
  ada = await member("ada", "Ada Krüger");
  ben = await member("ben", "Ben Okafor");
});

describe("following", () => {
  it("counts a follower once, however often they follow", async () => {
    await followPerson.run(ask(ada, { personId: ben.id }));
    await expect(followPerson.run(ask(ada, { personId: ben.id }))).resolves.toEqual({
      ok: true,
      value: { followedByMe: true, followers: 1 },
    });
    await expect(profile(ada, { handle: "ben" })).resolves.toMatchObject({
      followers: 1,
      following: 0,
      followedByMe: true,
      followsMe: false,
    });
    await expect(profile(ben, { handle: "ada" })).resolves.toMatchObject({
      followers: 0,
      following: 1,
      followedByMe: false,
      followsMe: true,
    });
  });

  it("counts exactly when many follow at once", async () => {
    const crowd = await Promise.all(
      Array.from({ length: 20 }, (_, place) => member(`person_${place}`, `Person ${place}`)),
    );
    await Promise.all(
      crowd.flatMap((one) => [
        followPerson.run(ask(one, { personId: ada.id })),
        followPerson.run(ask(one, { personId: ada.id })),
      ]),
    );
    await expect(profile(null, { handle: "ada" })).resolves.toMatchObject({ followers: 20 });
  });

  it("is listed both ways, a page at a time, each once, and without whoever the house has shut out", async () => {
    const crowd = await Promise.all(
      Array.from({ length: 70 }, (_, place) => member(`person_${place}`, `Person ${place}`)),
    );
    for (const one of crowd) await followPerson.run(ask(one, { personId: ada.id }));
    await followPerson.run(ask(ada, { personId: ben.id }));
    const [shutOut, ...others] = crowd;
    await db().person.update({ where: { id: shutOut?.id }, data: { bannedAt: new Date() } });

    const first = await followList(null, open(ada), "followers", null);
    const second = await followList(null, open(ada), "followers", first.next);
    const listed = [...first.people, ...second.people].map(({ id }) => id);
    expect(listed.toSorted()).toEqual(others.map(({ id }) => id).toSorted());
    expect(second.next).toBeNull();
    await expect(followList(null, open(ada), "following", null)).resolves.toMatchObject({
      people: [{ id: ben.id, handle: "ben" }],
      next: null,
    });
    await expect(followList(null, open(ben), "following", "no id")).resolves.toEqual({ people: [], next: null });
  });

  it("ends once, and ending it again changes nothing", async () => {
    await followPerson.run(ask(ada, { personId: ben.id }));
    await followPerson.run(ask(ben, { personId: ada.id }));
    await unfollowPerson.run(ask(ada, { personId: ben.id }));
    await expect(unfollowPerson.run(ask(ada, { personId: ben.id }))).resolves.toMatchObject({
      value: { followers: 0 },
    });
    await expect(profile(ada, { handle: "ben" })).resolves.toMatchObject({ followedByMe: false, followsMe: true });
  });

  it("is not possible with oneself, guests, people shut out, or nobody", async () => {
    const guest = await db().person.create({ data: { kind: "guest", name: "Guest", portraitSeed: 1 } });
    await db().person.update({ where: { id: ben.id }, data: { bannedAt: new Date() } });
    const refusals = await Promise.all(
      [ada.id, guest.id, ben.id, "018f0000-0000-7000-8000-000000000000", "not-an-id"].map((personId) =>
        followPerson.run(ask(ada, { personId })),
      ),
    );
    expect(refusals.map((ruling) => !ruling.ok && ruling.refusal)).toEqual([
      "not_allowed",
      ...Array(4).fill("not_found"),
    ]);
    await expect(db().follow.count()).resolves.toBe(0);
  });
});

describe("editing a profile", () => {
  it("changes what was named and nothing else", async () => {
    await editProfile.run({ ...ask(ada, {}), input: { bio: "Talks about trains." } });
    await expect(profile(null, { handle: "ada" })).resolves.toMatchObject({
      name: "Ada Krüger",
      bio: "Talks about trains.",
    });
  });

  it("refuses a handle that somebody else or the house has", async () => {
    await expect(editProfile.run({ ...ask(ada, {}), input: { handle: "ben" } })).resolves.toMatchObject({
      refusal: "handle_taken",
    });
    await expect(editProfile.run({ ...ask(ada, {}), input: { handle: "admin" } })).resolves.toMatchObject({
      refusal: "handle_taken",
    });
    await expect(profile(null, { handle: "ada" })).resolves.toMatchObject({ name: "Ada Krüger" });
  });

  it("lets nobody take handle after handle out of the world, for each that is given up is held", async () => {
    const take = (handle: string) => editProfile.run({ ...ask(ada, {}), input: { handle } });
    for (let other = 1; other <= LIMITS.handlesOfPerson.points; other++) {
      await expect(take("ben")).resolves.toMatchObject({ refusal: "handle_taken" });
      await expect(take(`ada_${other}`)).resolves.toMatchObject({ ok: true });
    }
    await expect(take("ada_99")).resolves.toMatchObject({
      refusal: "too_many",
      facts: { retryAfterSeconds: expect.any(Number) },
    });
    await expect(db().givenUpHandle.count()).resolves.toBe(LIMITS.handlesOfPerson.points);
    await expect(profile(null, { handle: "ada_10" })).resolves.toMatchObject({ name: "Ada Krüger" });
  });

  it.each([
    { name: "" },
    { name: "\u202e\u0301" },
    { name: "Plenum Support" },
    { handle: "Ünder" },
    { bio: "x".repeat(501) },
    {},
    { admin: true },
  ])("refuses %j before it reaches a row", (input) => expect(profileChanges.safeParse(input).success).toBe(false));
});

describe("a profile", () => {
  it("does not say that somebody sits in a closed room that the viewer may not know of", async () => {
    const room = await db().room.create({
      data: { title: "Quiet", language: "en", kind: "closed", capacity: 10, createdById: ben.id, status: "live" },
    });
    await db().seat.create({ data: { id: room.id, roomId: room.id, personId: ben.id, role: "host" } });
    await expect(profile(ada, { handle: "ben" })).resolves.toMatchObject({ liveRoom: null });
    await expect(profile(ben, { handle: "ben" })).resolves.toMatchObject({
      liveRoom: { title: "Quiet", role: "host" },
    });
  });
});

const open = ({ id }: Member) => ({ id, withheld: false });

async function member(handle: string, name: string): Promise<Member> {
  const person = await db().person.create({ data: { kind: "member", handle, name, portraitSeed: 1 } });
  return { id: person.id as PersonId, kind: "member", admin: false };
}

function ask(caller: Member, params: Record<string, string>): Ask<Record<string, never>, "member"> {
  return { caller, params, input: {}, request: new Request("http://localhost:3000/") };
}
