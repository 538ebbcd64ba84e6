import { createHash } from "node:crypto";
import { AccessToken } from "livekit-server-sdk";
import { expect } from "vitest";
import { POST as webhook } from "@/app/api/webhooks/livekit/route";
import { db } from "@/lib/server/postgres/db";
import { LISTENS, SPEAKS } from "@/tests/support/fake-media";
import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

const SECRET = "a media secret that only the tests know";

async function sign(body: string, secret = SECRET): Promise<string> {
  const token = new AccessToken("tests", secret, { ttl: 300 });
  token.sha256 = createHash("sha256").update(body).digest("base64");
  return token.toJwt();
}

async function post(body: string, authorization: string | null): Promise<number> {
  const headers = new Headers(authorization === null ? {} : { authorization });
  const response = await webhook(new Request("http://localhost:3000/", { method: "POST", body, headers }));
  return response.status;
}

type Told = { event: string; who: CastName; sid: string; permission?: object };

async function tell(scene: Scene, { event, who, sid, permission = LISTENS }: Told): Promise<number> {
  const participant = { identity: scene.id[who], sid, permission };
  const body = JSON.stringify({ event, id: `EV_${sid}`, room: { name: scene.roomId }, participant });
  return post(body, await sign(body));
}

/** Dev has a claim and is not seen yet. */
const claim = (scene: Scene) =>
  db().seat.updateMany({
    where: { personId: scene.id.dev },
    data: { connectedAt: null, mediaSid: null, leaseUntil: new Date(Date.now() + 30_000) },
  });

it("only the media server's own word counts", async ({ scene, media }) => {
  await claim(scene);
  const body = JSON.stringify({
    event: "participant_joined",
    room: { name: scene.roomId },
    participant: { identity: scene.id.dev, sid: "PA_1", permission: LISTENS },
  });
  expect(await post(body, null)).toBe(401);
  expect(await post(body, "nonsense")).toBe(401);
  expect(await post(body, await sign(body, "another secret, as long as it has to be"))).toBe(401);
  expect(await post(body, await sign(`${body} `))).toBe(401);
  expect(await post("not json", await sign("not json"))).toBe(401);
  expect(await scene.seatOf("dev")).toMatchObject({ connectedAt: null });
  expect(media.calls).toEqual([]);
});

it("who comes in with a seat is marked, without a further call to the media server", async ({ scene, media }) => {
  await claim(scene);
  expect(await tell(scene, { event: "participant_joined", who: "dev", sid: "PA_1" })).toBe(200);
  expect(await scene.seatOf("dev")).toMatchObject({ mediaSid: "PA_1", leaseUntil: null, goneAt: null });
  expect(media.calls).toEqual([]);
});

it("who comes in without a seat is put out at once, and is given none", async ({ scene, media }) => {
  media.connect(scene.roomId, scene.id.eve, LISTENS);
  expect(await tell(scene, { event: "participant_joined", who: "eve", sid: "PA_1" })).toBe(200);
  expect(media.permission(scene.roomId, scene.id.eve)).toBeNull();
  expect(await scene.seatOf("eve")).toBeNull();
});

it("who comes in with an old token that allows more is cut back", async ({ scene, media }) => {
  media.connect(scene.roomId, scene.id.dev, SPEAKS);
  expect(await tell(scene, { event: "participant_joined", who: "dev", sid: "PA_1", permission: SPEAKS })).toBe(200);
  expect(media.permission(scene.roomId, scene.id.dev)).toMatchObject({ canPublish: false });
  expect((await scene.seatOf("dev"))?.role).toBe("listener");
});

it("a track of somebody who may not publish costs them the right, of somebody without a seat the connection", async ({
  scene,
  media,
}) => {
  media.connect(scene.roomId, scene.id.dev, SPEAKS);
  media.connect(scene.roomId, scene.id.eve, SPEAKS);
  await tell(scene, { event: "track_published", who: "dev", sid: "PA_1", permission: SPEAKS });
  await tell(scene, { event: "track_published", who: "eve", sid: "PA_2", permission: SPEAKS });
  expect(media.permission(scene.roomId, scene.id.dev)?.canPublish).toBe(false);
  expect(media.permission(scene.roomId, scene.id.eve)).toBeNull();
});

it("only the newest connection's goodbye counts", async ({ scene }) => {
  await tell(scene, { event: "participant_joined", who: "dev", sid: "PA_1" });
  await tell(scene, { event: "participant_joined", who: "dev", sid: "PA_2" });
  await tell(scene, { event: "participant_left", who: "dev", sid: "PA_1" });
  expect(await scene.seatOf("dev")).toMatchObject({ goneAt: null, leaseUntil: null });
  await tell(scene, { event: "participant_left", who: "dev", sid: "PA_2" });
  expect(await scene.seatOf("dev")).toMatchObject({ goneAt: expect.any(Date), leaseUntil: expect.any(Date) });
});

it("swapped and replayed words do no harm: a connection that has gone does not come back", async ({ scene }) => {
  await claim(scene);
  await tell(scene, { event: "participant_left", who: "dev", sid: "PA_1" });
  expect(await scene.seatOf("dev")).toMatchObject({ connectedAt: null, goneAt: null });
  await tell(scene, { event: "participant_joined", who: "dev", sid: "PA_1" });
  await tell(scene, { event: "participant_left", who: "dev", sid: "PA_1" });
  const gone = await scene.seatOf("dev");
  await tell(scene, { event: "participant_joined", who: "dev", sid: "PA_1" });
  await tell(scene, { event: "participant_left", who: "dev", sid: "PA_1" });
  expect(await scene.seatOf("dev")).toEqual(gone);
});

it("a room that the media server dropped is made again, an ended one is not, and strange names are passed over", async ({
  scene,
  media,
}) => {
  const finished = async (name: string) => {
    const body = JSON.stringify({ event: "room_finished", room: { name } });
    return post(body, await sign(body));
  };
  media.rooms.clear();
  expect(await finished(scene.roomId)).toBe(200);
  expect(media.rooms.has(scene.roomId)).toBe(true);
  await db().room.update({ where: { id: scene.roomId }, data: { status: "ended" } });
  media.rooms.clear();
  expect(await finished(scene.roomId)).toBe(200);
  expect(await finished("not one of ours")).toBe(200);
  expect(media.rooms.size).toBe(0);
});

it("while the media server is away it is asked to tell again", async ({ scene, media }) => {
  media.away = true;
  expect(await tell(scene, { event: "participant_joined", who: "eve", sid: "PA_1" })).toBe(503);
});
