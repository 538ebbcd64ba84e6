import { describe, expect } from "vitest";
import { DELETE as liftBan, PUT as removePerson } from "@/app/api/rooms/[roomId]/bans/[personId]/route";
import { DELETE as lowerHand, POST as raiseHand } from "@/app/api/rooms/[roomId]/hand/route";
import { DELETE as declineHand } from "@/app/api/rooms/[roomId]/hands/[personId]/route";
import { POST as invite } from "@/app/api/rooms/[roomId]/invitations/route";
import { GET as mine } from "@/app/api/rooms/[roomId]/mine/route";
import { POST as acceptOffer, DELETE as declineOffer } from "@/app/api/rooms/[roomId]/offer/route";
import { POST as offerStage, DELETE as withdrawOffer } from "@/app/api/rooms/[roomId]/offers/[personId]/route";
import { DELETE as endRoom } from "@/app/api/rooms/[roomId]/route";
import { POST as join, DELETE as leave } from "@/app/api/rooms/[roomId]/seat/route";
import { POST as mute, DELETE as unmute } from "@/app/api/rooms/[roomId]/stage/[personId]/mute/route";
import { PATCH as changeRole, DELETE as moveToAudience } from "@/app/api/rooms/[roomId]/stage/[personId]/route";
import { db } from "@/lib/server/postgres/db";
import { carryOutPending } from "@/lib/server/sweeping/carry-out-pending";
import { closeExpiredOffers } from "@/lib/server/sweeping/close-expired-offers";

import { it } from "@/tests/support/scenes/scene-test";
import type { Scene } from "@/tests/support/scenes/stage-scene";

const types = async (scene: Scene) => (await scene.events()).map((event) => event.type);

/** Dev comes on stage the ordinary way. */
async function devRises(scene: Scene): Promise<void> {
  await scene.ask("ada", offerStage, { personId: scene.id.dev });
  expect((await scene.ask("dev", acceptOffer)).status).toBe(200);
}

describe("hands", () => {
  it("a raised hand is told to the moderators only, and raised twice it keeps its place", async ({ scene }) => {
    const first = await scene.ask("dev", raiseHand);
    const again = await scene.ask("dev", raiseHand);
    expect(first.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(await scene.events()).toMatchObject([{ type: "hand_raised", audience: "moderators" }]);
    expect((await scene.ask("ada", mine)).body?.hands).toMatchObject([{ person: { id: scene.id.dev } }]);
    expect((await scene.ask("finn", mine)).body?.hands).toBeNull();
  });

  it("nobody on stage raises a hand, and nobody without a seat", async ({ scene }) => {
    expect(await scene.ask("cleo", raiseHand)).toMatchObject({ status: 409, code: "already_on_stage" });
    expect(await scene.ask("eve", raiseHand)).toMatchObject({ status: 409, code: "no_seat" });
    expect(await db().hand.count({ where: { roomId: scene.roomId } })).toBe(0);
  });

  it("a guest cannot raise a hand", async ({ scene }) => {
    await db().person.update({ where: { id: scene.id.dev }, data: { kind: "guest", handle: null } });
    expect(await scene.ask("dev", raiseHand)).toMatchObject({ status: 403, code: "members_only" });
  });

  it("a hand is lowered by its owner, and lowering twice is fine", async ({ scene }) => {
    await scene.ask("dev", raiseHand);
    expect((await scene.ask("dev", lowerHand)).status).toBe(204);
    expect((await scene.ask("dev", lowerHand)).status).toBe(204);
    expect(await types(scene)).toEqual(["hand_raised", "hand_lowered"]);
  });

  it("a listener cannot answer a hand, a moderator can, and the declined wait a minute", async ({ scene }) => {
    await scene.ask("dev", raiseHand);
    expect(await scene.ask("finn", declineHand, { personId: scene.id.dev })).toMatchObject({ status: 403 });
    expect((await scene.ask("dev", mine)).body?.handRaisedAt).not.toBeNull();
    expect((await scene.ask("ben", declineHand, { personId: scene.id.dev })).status).toBe(204);
    const again = await scene.ask("dev", raiseHand);
    expect(again).toMatchObject({ status: 429, body: { error: { retryAfterSeconds: 60 } } });
  });

  it("a room one may not know of answers like one that is not there", async ({ scene }) => {
    await db().room.update({ where: { id: scene.roomId }, data: { kind: "closed" } });
    expect(await scene.ask("eve", raiseHand)).toMatchObject({ status: 404, code: "not_found" });
    expect(await scene.ask("eve", mine)).toMatchObject({ status: 404 });
    expect(await scene.ask("ada", mute, { personId: "no-id" })).toMatchObject({ status: 404 });
  });
});

describe("offers", () => {
  it("an offer answers the hand, moves nobody, and is told to that person", async ({ scene, media }) => {
    await scene.ask("dev", raiseHand);
    const offered = await scene.ask("ben", offerStage, { personId: scene.id.dev });
    expect(offered.status).toBe(200);
    expect((await scene.seatOf("dev"))?.role).toBe("listener");
    expect(media.permission(scene.roomId, scene.id.dev)?.canPublish).toBe(false);
    const events = await scene.events();
    expect(events.map((event) => `${event.type} ${event.audience}`)).toEqual([
      "hand_raised moderators",
      "hand_lowered moderators",
      "hand_lowered person",
      "offer_made person",
      "offer_opened moderators",
    ]);
    expect(events.at(-2)?.toId).toBe(scene.id.dev);
    expect((await scene.ask("dev", mine)).body).toMatchObject({
      handRaisedAt: null,
      offer: { offeredBy: { name: "ben" } },
    });
  });

  it("two moderators who answer one hand at once make one offer", async ({ scene }) => {
    await scene.ask("dev", raiseHand);
    const answers = await Promise.all([
      scene.ask("ada", offerStage, { personId: scene.id.dev }),
      scene.ask("ben", offerStage, { personId: scene.id.dev }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(await db().offer.count({ where: { roomId: scene.roomId } })).toBe(1);
    expect((await types(scene)).filter((type) => type === "offer_made")).toHaveLength(1);
  });

  it("accepting lets the person publish before it answers, and shows them to all", async ({ scene, media }) => {
    await scene.ask("ada", offerStage, { personId: scene.id.dev });
    const accepted = await scene.ask("dev", acceptOffer);
    expect(accepted).toMatchObject({ status: 200, body: { seat: { role: "speaker", muted: false } } });
    expect(accepted.body?.media).toMatchObject({ token: expect.any(String) });
    expect(media.permission(scene.roomId, scene.id.dev)).toEqual({
      canSubscribe: true,
      canPublish: true,
      canPublishData: false,
      canPublishSources: ["MICROPHONE"],
      hidden: false,
    });
    expect(await types(scene)).toEqual(["offer_made", "offer_opened", "stage_joined", "offer_closed", "offer_closed"]);
    expect((await scene.ask("dev", acceptOffer)).status).toBe(200);
    expect(await types(scene)).toHaveLength(5);
  });

  it("nobody goes on stage without an offer, with a declined one, or with a withdrawn one", async ({
    scene,
    media,
  }) => {
    expect(await scene.ask("dev", acceptOffer)).toMatchObject({ status: 409, code: "no_offer" });
    await scene.ask("ada", offerStage, { personId: scene.id.dev });
    expect((await scene.ask("dev", declineOffer)).status).toBe(204);
    expect(await scene.ask("dev", acceptOffer)).toMatchObject({ status: 409, code: "no_offer" });
    await scene.ask("ada", offerStage, { personId: scene.id.dev });
    expect((await scene.ask("ben", withdrawOffer, { personId: scene.id.dev })).status).toBe(204);
    expect(await scene.ask("dev", acceptOffer)).toMatchObject({ status: 409, code: "no_offer" });
    expect((await scene.seatOf("dev"))?.role).toBe("listener");
    expect(media.permission(scene.roomId, scene.id.dev)?.canPublish).toBe(false);
  });

  it("an expired offer is refused, and closed by the worker with its event", async ({ scene }) => {
    await scene.ask("ada", offerStage, { personId: scene.id.dev });
    await db().offer.updateMany({ where: { roomId: scene.roomId }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await scene.ask("dev", acceptOffer)).toMatchObject({ status: 409, code: "offer_expired" });
    await closeExpiredOffers(new Date());
    expect((await scene.events()).at(-1)).toMatchObject({ type: "offer_closed", facts: { outcome: "expired" } });
    expect(await scene.ask("dev", acceptOffer)).toMatchObject({ status: 409, code: "offer_expired" });
    expect((await scene.ask("ada", offerStage, { personId: scene.id.dev })).status).toBe(200);
  });

  it("a speaker, a listener and a guest are not offered, and do not offer", async ({ scene }) => {
    expect(await scene.ask("cleo", offerStage, { personId: scene.id.dev })).toMatchObject({ status: 403 });
    expect(await scene.ask("finn", offerStage, { personId: scene.id.dev })).toMatchObject({ status: 403 });
    expect(await scene.ask("ada", offerStage, { personId: scene.id.cleo })).toMatchObject({ code: "already_on_stage" });
    expect(await scene.ask("ada", offerStage, { personId: scene.id.eve })).toMatchObject({ status: 404 });
    await db().person.update({ where: { id: scene.id.dev }, data: { kind: "guest", handle: null } });
    expect(await scene.ask("ada", offerStage, { personId: scene.id.dev })).toMatchObject({ status: 403 });
    expect(await db().offer.count({ where: { roomId: scene.roomId } })).toBe(0);
  });
});

describe("moves and mutes", () => {
  it("a demotion cuts the right to publish before it is announced", async ({ scene, media }) => {
    const held = media.holdNext("UpdateParticipant");
    const demotion = scene.ask("ben", moveToAudience, { personId: scene.id.cleo });
    await held.arrived;
    expect((await scene.seatOf("cleo"))?.role).toBe("listener");
    expect(await types(scene)).toEqual([]);
    held.release();
    expect((await demotion).status).toBe(204);
    expect(media.permission(scene.roomId, scene.id.cleo)).toMatchObject({
      canPublish: false,
      canSubscribe: true,
      hidden: false,
    });
    expect(await scene.events()).toMatchObject([{ type: "stage_left", facts: { reason: "moved" } }]);
  });

  it("with the media server away the actor is told so, and the sweep cuts and announces", async ({ scene, media }) => {
    media.away = true;
    expect(await scene.ask("ben", moveToAudience, { personId: scene.id.cleo })).toMatchObject({
      status: 503,
      code: "media_away",
    });
    expect(await types(scene)).toEqual([]);
    media.away = false;
    expect(media.permission(scene.roomId, scene.id.cleo)?.canPublish).toBe(true);
    await carryOutPending();
    expect(media.permission(scene.roomId, scene.id.cleo)?.canPublish).toBe(false);
    expect(await types(scene)).toEqual(["stage_left"]);
    await carryOutPending();
    expect(await types(scene)).toEqual(["stage_left"]);
  });

  it("a demotion still to be announced comes before the same person's return", async ({ scene, media }) => {
    media.away = true;
    await scene.ask("ada", moveToAudience, { personId: scene.id.cleo });
    await scene.ask("ada", offerStage, { personId: scene.id.cleo });
    media.away = false;
    expect((await scene.ask("cleo", acceptOffer)).status).toBe(200);
    await carryOutPending();
    expect((await types(scene)).filter((type) => type.startsWith("stage_"))).toEqual(["stage_left", "stage_joined"]);
    expect(media.permission(scene.roomId, scene.id.cleo)?.canPublish).toBe(true);
  });

  it("a repeated demotion carries out what the first could not", async ({ scene, media }) => {
    media.away = true;
    await scene.ask("ben", moveToAudience, { personId: scene.id.cleo });
    media.away = false;
    expect((await scene.ask("ben", moveToAudience, { personId: scene.id.cleo })).status).toBe(204);
    expect(media.permission(scene.roomId, scene.id.cleo)?.canPublish).toBe(false);
    expect(await types(scene)).toEqual(["stage_left"]);
  });

  it("speakers step down, the host does not, and nobody moves their own rank or above", async ({ scene }) => {
    expect((await scene.ask("cleo", moveToAudience, { personId: scene.id.cleo })).status).toBe(204);
    expect(await scene.events()).toMatchObject([{ facts: { reason: "stepped_down" } }]);
    expect(await scene.ask("ada", moveToAudience, { personId: scene.id.ada })).toMatchObject({ status: 403 });
    expect(await scene.ask("ben", moveToAudience, { personId: scene.id.ada })).toMatchObject({ status: 403 });
    expect(await scene.ask("dev", moveToAudience, { personId: scene.id.ben })).toMatchObject({ status: 403 });
    expect((await scene.seatOf("ada"))?.role).toBe("host");
  });

  it("a moderator's mute takes the microphone away, and only its owner takes it back", async ({ scene, media }) => {
    expect((await scene.ask("ben", mute, { personId: scene.id.cleo })).status).toBe(204);
    expect(media.permission(scene.roomId, scene.id.cleo)).toMatchObject({ canPublish: false, hidden: false });
    expect(await scene.ask("ben", unmute, { personId: scene.id.cleo })).toMatchObject({ status: 403 });
    expect(media.permission(scene.roomId, scene.id.cleo)?.canPublish).toBe(false);
    expect((await scene.ask("cleo", unmute, { personId: scene.id.cleo })).status).toBe(204);
    expect(media.permission(scene.roomId, scene.id.cleo)?.canPublish).toBe(true);
    expect(await types(scene)).toEqual(["microphone_cut", "microphone_returned"]);
  });

  it("a speaker mutes nobody, and nobody mutes the host or a listener", async ({ scene }) => {
    expect(await scene.ask("cleo", mute, { personId: scene.id.ben })).toMatchObject({ status: 403 });
    expect(await scene.ask("ben", mute, { personId: scene.id.ada })).toMatchObject({ status: 403 });
    expect(await scene.ask("ben", mute, { personId: scene.id.dev })).toMatchObject({
      status: 409,
      code: "not_on_stage",
    });
    expect(await types(scene)).toEqual([]);
  });

  it("moderators make moderators, only the host unmakes one, and listeners stay where they are", async ({ scene }) => {
    const moderator = { personId: scene.id.cleo, body: { role: "moderator" } };
    const speaker = { personId: scene.id.cleo, body: { role: "speaker" } };
    expect((await scene.ask("ben", changeRole, moderator)).status).toBe(204);
    expect(await scene.ask("ben", changeRole, speaker)).toMatchObject({ status: 403 });
    expect((await scene.ask("ada", changeRole, speaker)).status).toBe(204);
    expect(await scene.ask("ada", changeRole, { ...moderator, personId: scene.id.dev })).toMatchObject({
      code: "not_on_stage",
    });
    expect(await scene.ask("ada", changeRole, { ...moderator, body: { role: "host" } })).toMatchObject({ status: 422 });
    expect(await types(scene)).toEqual(["role_changed", "role_changed"]);
  });
});

describe("removal", () => {
  it("a removed person is out of the media server, out of the room, and kept out by the door", async ({
    scene,
    media,
  }) => {
    expect((await scene.ask("ben", removePerson, { personId: scene.id.cleo, body: { reason: "loud" } })).status).toBe(
      204,
    );
    expect(media.permission(scene.roomId, scene.id.cleo)).toBeNull();
    expect(await scene.seatOf("cleo")).toBeNull();
    expect(await scene.ask("cleo", join)).toMatchObject({ status: 403, code: "banned" });
    expect((await scene.ask("cleo", mine)).body).toMatchObject({ seat: null, barred: true });
    expect(await types(scene)).toEqual(["stage_left", "removed"]);
    const room = await db().room.findUniqueOrThrow({ where: { id: scene.roomId } });
    expect(room.openSeats).toBe(4);
  });

  it("somebody who already left is barred too, and a lifted ban lets them in", async ({ scene }) => {
    await scene.ask("dev", leave);
    expect((await scene.ask("ada", removePerson, { personId: scene.id.dev })).status).toBe(204);
    expect(await scene.ask("dev", join)).toMatchObject({ code: "banned" });
    expect(await scene.ask("finn", liftBan, { personId: scene.id.dev })).toMatchObject({ status: 403 });
    expect((await scene.ask("ben", liftBan, { personId: scene.id.dev })).status).toBe(204);
    expect((await scene.ask("dev", join)).status).toBe(200);
  });

  it("nobody removes their own rank or above, also not once they left, nor themselves", async ({ scene }) => {
    expect(await scene.ask("ben", removePerson, { personId: scene.id.ada })).toMatchObject({ status: 403 });
    expect(await scene.ask("cleo", removePerson, { personId: scene.id.dev })).toMatchObject({ status: 403 });
    expect(await scene.ask("ada", removePerson, { personId: scene.id.ada })).toMatchObject({ status: 403 });
    await scene.ask("ada", leave);
    expect(await scene.ask("ben", removePerson, { personId: scene.id.ada })).toMatchObject({ status: 403 });
    expect(await db().roomBan.count({ where: { roomId: scene.roomId } })).toBe(0);
  });

  it("removal is announced only after the media server put the person out", async ({ scene, media }) => {
    media.away = true;
    expect(await scene.ask("ada", removePerson, { personId: scene.id.dev })).toMatchObject({ code: "media_away" });
    expect(await scene.seatOf("dev")).toBeNull();
    expect(await types(scene)).toEqual([]);
    media.away = false;
    await carryOutPending();
    expect(media.permission(scene.roomId, scene.id.dev)).toBeNull();
    expect(await types(scene)).toEqual(["removed"]);
  });

  it("an invitation lets a member into a closed room, and only those who lead give it", async ({ scene }) => {
    await db().room.update({ where: { id: scene.roomId }, data: { kind: "closed" } });
    const eve = await db().person.findUniqueOrThrow({ where: { id: scene.id.eve } });
    expect(await scene.ask("eve", join)).toMatchObject({ status: 404 });
    expect(await scene.ask("cleo", invite, { body: { handle: eve.handle ?? "" } })).toMatchObject({ status: 403 });
    expect((await scene.ask("ben", invite, { body: { handle: `@${eve.handle}` } })).status).toBe(204);
    expect((await scene.ask("eve", join)).status).toBe(200);
  });
});

describe("the end, and races", () => {
  it("the host ends the room: every seat, hand and offer is closed, and one line goes to everyone", async ({
    scene,
  }) => {
    await scene.ask("dev", raiseHand);
    await scene.ask("ada", offerStage, { personId: scene.id.finn });
    expect(await scene.ask("ben", endRoom)).toMatchObject({ status: 403 });
    expect((await scene.ask("ada", endRoom)).status).toBe(204);
    expect((await scene.ask("ada", endRoom)).status).toBe(204);
    const open = { roomId: scene.roomId, closedAt: null };
    expect([
      await db().seat.count({ where: open }),
      await db().hand.count({ where: open }),
      await db().offer.count({ where: open }),
    ]).toEqual([0, 0, 0]);
    expect((await types(scene)).filter((type) => type === "room_ended")).toHaveLength(1);
    expect(await scene.ask("dev", join)).toMatchObject({ code: "room_ended" });
    expect(await scene.ask("dev", raiseHand)).toMatchObject({ code: "room_ended" });
  });

  it("ended and promoted at once: nobody is left on a stage that is no more", async ({ scene }) => {
    await scene.ask("ada", offerStage, { personId: scene.id.dev });
    const [ended, accepted] = await Promise.all([scene.ask("ada", endRoom), scene.ask("dev", acceptOffer)]);
    expect(ended.status).toBe(204);
    expect([200, 409]).toContain(accepted.status);
    expect(await scene.seatOf("dev")).toBeNull();
    expect((await types(scene)).at(-1)).toBe("room_ended");
  });

  it("who leaves while being promoted is gone, and the stage does not show them", async ({ scene, media }) => {
    await scene.ask("ada", offerStage, { personId: scene.id.dev });
    await Promise.all([scene.ask("dev", leave), scene.ask("dev", acceptOffer)]);
    expect(await scene.seatOf("dev")).toBeNull();
    expect(media.permission(scene.roomId, scene.id.dev)).toBeNull();
    const stage = (await types(scene)).filter((type) => type.startsWith("stage_"));
    expect([[], ["stage_joined", "stage_left"]]).toContainEqual(stage);
    const room = await db().room.findUniqueOrThrow({ where: { id: scene.roomId } });
    expect(room.openSeats).toBe(4);
  });

  it("a mirror that is overtaken by another process's ends right", async ({ scene, media }) => {
    await devRises(scene);
    const late = media.holdNext("UpdateParticipant");
    const muted = scene.ask("ada", mute, { personId: scene.id.dev });
    await late.arrived;
    const unmuted = await scene.ask("dev", unmute, { personId: scene.id.dev });
    expect(unmuted.status).toBe(204);
    late.release();
    await muted;
    expect(media.permission(scene.roomId, scene.id.dev)?.canPublish).toBe(true);
  });

  it("acts upon each other at once do not wait for each other for ever", async ({ scene, media }) => {
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => scene.ask("ada", mute, { personId: scene.id.ben })),
      ...Array.from({ length: 10 }, () => scene.ask("ben", unmute, { personId: scene.id.ben })),
      ...Array.from({ length: 5 }, () => scene.ask("ben", mute, { personId: scene.id.cleo })),
      ...Array.from({ length: 5 }, () => scene.ask("ada", removePerson, { personId: scene.id.finn })),
    ]);
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([204]));
    const ben = await scene.seatOf("ben");
    expect(media.permission(scene.roomId, scene.id.ben)?.canPublish).toBe(ben?.mutedAt === null);
  });
});
