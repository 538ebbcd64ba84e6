import { beforeEach, describe, expect, it } from "vitest";
import { GET as csv } from "@/app/api/rooms/[roomId]/coming.csv/route";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { hashOf } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";
import { comingOverTime } from "@/lib/server/queries/figures/coming-over-time";
import { attendance } from "@/lib/server/queries/reminders/attendance";
import { parseCsv } from "@/tests/support/csv/parse-csv";
import { addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";
import { addEpisode, addShow, inMinutes } from "@/tests/support/scenes/episodes";

let [ada, roomId, showId]: [PersonId, RoomId, string] = ["" as PersonId, "" as RoomId, ""];

/** Two hours after the first of them said so. */
const NOW = new Date("2026-11-20T20:00:00Z");
const ago = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);

beforeEach(async () => {
  await emptyHouse();
  ada = await addMember("ada");
  showId = await addShow(ada);
  roomId = await addEpisode({ createdById: ada, scheduledFor: inMinutes(600), showId });
});

const comes = (personId: PersonId, minutes: number) =>
  db().rsvp.create({ data: { roomId, personId, at: ago(minutes) } });

const mailed = (address: string, confirmed: number | null, of: { roomId?: string; showId?: string } = { roomId }) =>
  db().mailReminder.create({
    data: {
      ...{ address, locale: "en", timeZone: "UTC", askedAt: ago(200), keyHash: Buffer.from(address), ...of },
      confirmedAt: confirmed === null ? null : ago(confirmed),
    },
  });

/** Asks for the table as this person; null is a visitor without an account. */
async function table(personId: PersonId | null): Promise<Response> {
  const token = `plnm_${(personId ?? "").replaceAll("-", "").padEnd(43, "A")}`;
  const data = { name: "test", tokenHash: hashOf(token), scopes: ["read" as const] };
  if (personId) await db().accessToken.create({ data: { ...data, personId } });
  const headers: Record<string, string> = personId ? { authorization: `Bearer ${token}` } : {};
  return csv(new Request("http://localhost:3000/", { headers }), { params: Promise.resolve({ roomId }) });
}

describe("who is coming, as CSV", () => {
  it("is the same, for who leads the episode alone, and while it is to come", async () => {
    const [ben, cleo] = [await addMember("ben"), await addMember("cleo")];
    await db().showHost.create({ data: { showId, personId: cleo, role: "cohost" } });
    await db().rsvp.create({ data: { roomId, personId: ben, at: new Date(Date.now() - 60_000) } });
    const answer = await table(ada);
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="coming.csv"');
    expect(parseCsv(await answer.text()).at(-1)).toMatchObject({ members: "1", mails: "0" });
    expect((await table(cleo)).status).toBe(200);
    for (const who of [ben, null]) expect((await table(who)).status).toBe(404);
    await db().accessToken.deleteMany();
    await db().room.update({ where: { id: roomId }, data: { status: "ended", endedAt: new Date() } });
    expect((await table(ada)).status).toBe(404);
  });
});

describe("who is coming, over time", () => {
  it("is nobody where nobody said so", async () => {
    expect(await comingOverTime(roomId, NOW)).toEqual({ members: 0, mails: 0, overTime: [] });
  });

  it("adds up members and confirmed addresses from when they said so", async () => {
    await comes(await addMember("ben"), 120);
    await comes(await addMember("cleo"), 30);
    await mailed("one@example.org", 60);
    await mailed("unconfirmed@example.org", null);
    await mailed("of-the-show@example.org", 60, { showId });
    const { members, mails, overTime } = await comingOverTime(roomId, NOW);
    expect({ members, mails }).toEqual({ members: 2, mails: 1 });
    const at = (minutes: number) => {
      const { at: _, ...sums } = overTime.findLast((point) => new Date(point.at) <= ago(minutes)) ?? { at: "" };
      return sums;
    };
    expect(at(120)).toEqual({ members: 0, mails: 0 });
    expect(at(119)).toEqual({ members: 1, mails: 0 });
    expect(at(61)).toEqual({ members: 1, mails: 0 });
    expect(at(58)).toEqual({ members: 1, mails: 1 });
    expect(at(28)).toEqual({ members: 2, mails: 1 });
    expect(overTime.at(-1)?.at).toBe(NOW.toISOString());
  });

  it("counts the members whom the episode's page counts: nobody who is banned, and nobody who took it back", async () => {
    const [ben, cleo, dev] = [await addMember("ben"), await addMember("cleo"), await addMember("dev")];
    for (const who of [ben, cleo, dev]) await comes(who, 10);
    await db().person.update({ where: { id: cleo }, data: { bannedAt: ago(5) } });
    await db().rsvp.delete({ where: { roomId_personId: { roomId, personId: dev } } });
    const { members } = await comingOverTime(roomId, NOW);
    expect(members).toBe(1);
    expect((await attendance({ id: ben }, roomId))?.count).toBe(members);
  });
});
