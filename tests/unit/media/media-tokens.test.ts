import { createServer } from "node:http";
import { TokenVerifier } from "livekit-server-sdk";
import { beforeAll, describe, expect, it } from "vitest";
import type { ROLES } from "@/lib/domain/roles";
import { ServiceAway } from "@/lib/domain/service-away";

const KEY = "test-key";
const SECRET = "a-secret-of-thirty-two-characters";
const seat = { roomId: "the-room", personId: "dev", muted: false } as const;

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
    PLENUM_SECRET: SECRET,
    LIVEKIT_URL: "ws://127.0.0.1:1",
    LIVEKIT_API_KEY: KEY,
    LIVEKIT_API_SECRET: SECRET,
  });
});

async function grantsOf(role: (typeof ROLES)[number], muted = false) {
  const { mediaToken } = await import("@/lib/media/tokens");
  const claims = await new TokenVerifier(KEY, SECRET).verify(await mediaToken({ ...seat, role, muted }));
  return { claims, video: claims.video as Record<string, unknown> };
}

describe("a media token", () => {
  it("lets a listener hear one room unseen, and do nothing else", async () => {
    const { claims, video } = await grantsOf("listener");
    expect(claims.sub).toBe("dev");
    expect(video).toEqual({
      room: "the-room",
      roomJoin: true,
      canSubscribe: true,
      hidden: true,
      canPublish: false,
      canPublishData: false,
      canUpdateOwnMetadata: false,
      roomAdmin: false,
      roomCreate: false,
      roomList: false,
      roomRecord: false,
    });
  });

  it.each(["host", "moderator", "speaker"] as const)("lets a %s publish a microphone and be seen", async (role) => {
    const { video } = await grantsOf(role);
    expect(video).toMatchObject({
      canPublish: true,
      canPublishSources: ["microphone"],
      hidden: false,
      canSubscribe: true,
    });
    for (const never of ["canPublishData", "canUpdateOwnMetadata", "roomAdmin", "roomCreate", "roomList", "roomRecord"])
      expect(video[never]).toBe(false);
  });

  it("gives nobody a microphone that a moderator took away", async () => {
    const { video } = await grantsOf("speaker", true);
    expect(video).toMatchObject({ canPublish: false, hidden: false });
    expect(video.canPublishSources).toBeUndefined();
  });

  it("opens the door for a minute and a half, no longer", async () => {
    const { claims } = await grantsOf("listener");
    const { exp = 0, nbf = 0 } = claims as { exp?: number; nbf?: number };
    expect(exp - nbf).toBe(90);
  });

  it("is worth nothing under another secret", async () => {
    const { mediaToken } = await import("@/lib/media/tokens");
    const token = await mediaToken({ ...seat, role: "host" });
    await expect(new TokenVerifier(KEY, `${SECRET}!`).verify(token)).rejects.toThrow();
  });
});

describe("the relay's token", () => {
  async function relayGrants(place: "main" | "hall" | "channel") {
    const { relayToken } = await import("@/lib/media/tokens");
    const claims = await new TokenVerifier(KEY, SECRET).verify(await relayToken("some-room", "the-main", place));
    return { claims, video: claims.video as Record<string, unknown> };
  }

  it("is an agent's of the family's one identity, everywhere", async () => {
    for (const place of ["main", "hall", "channel"] as const) {
      const { claims, video } = await relayGrants(place);
      expect(claims).toMatchObject({ sub: "relay:the-main", kind: "agent" });
      expect(video).toMatchObject({ room: "some-room", roomJoin: true, roomAdmin: false, roomCreate: false });
    }
  });

  it("hears the main room unseen and can say nothing there", async () => {
    const { video } = await relayGrants("main");
    expect(video).toMatchObject({ canSubscribe: true, canPublish: false, canPublishData: false, hidden: true });
  });

  it("speaks in the other halls, and tells only there who is heard", async () => {
    const speaks = { canPublish: true, canPublishSources: ["microphone"], hidden: false };
    expect((await relayGrants("hall")).video).toMatchObject({ ...speaks, canPublishData: true });
    expect((await relayGrants("channel")).video).toMatchObject({ ...speaks, canPublishData: false });
  });
});

describe("a call to a media server", () => {
  it("that is not there says that it is away", async () => {
    const { mediaRooms } = await import("@/lib/media/api");
    await expect(mediaRooms().listRooms()).rejects.toBeInstanceOf(ServiceAway);
  });

  it("is not remembered as a made room when it failed", async () => {
    const { ensureMediaRoom } = await import("@/lib/media/api");
    await expect(ensureMediaRoom("the-room", 10)).rejects.toBeInstanceOf(ServiceAway);
    await expect(ensureMediaRoom("the-room", 10)).rejects.toBeInstanceOf(ServiceAway);
  });

  it("keeps the server's own refusal", async () => {
    const { calledMedia } = await import("@/lib/media/called-media");
    const { RoomServiceClient } = await import("livekit-server-sdk");
    const server = createServer((request, response) => {
      request.resume();
      response
        .writeHead(404, { "Content-Type": "application/json" })
        .end(JSON.stringify({ code: "not_found", msg: "no such participant" }));
    }).listen(0, "127.0.0.1");
    await new Promise((listening) => server.once("listening", listening));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    try {
      await expect(
        calledMedia(new RoomServiceClient(`http://127.0.0.1:${port}`, KEY, SECRET)).removeParticipant("r", "p"),
      ).rejects.toMatchObject({ code: "not_found" });
    } finally {
      server.close();
    }
  });
});
