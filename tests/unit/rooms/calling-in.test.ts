import { describe, expect, it } from "vitest";
import { type Bearer, type Link, redeem } from "@/lib/domain/invites/invite-link";
import { type Called, ping } from "@/lib/domain/invites/ping";
import { acceptOffer } from "@/lib/domain/stage/offer";

const NOW = new Date("2026-11-24T20:00:00Z");
const later = new Date(NOW.getTime() + 60_000);

describe("a link", () => {
  const link: Link = { role: "listener", expiresAt: later, revokedAt: null, uses: 0, maxUses: 1 };
  const dev: Bearer = { kind: "member", banned: false, isCreator: false, invited: null };
  const room = { guestsAllowed: true };

  it("is used by whoever is not invited, and kept by whoever has what it gives", () => {
    expect(redeem(link, dev, room, NOW)).toMatchObject({ value: "use" });
    for (const invited of ["listener", "speaker"] as const)
      expect(redeem(link, { ...dev, invited }, room, NOW)).toMatchObject({ value: "keep" });
    expect(redeem({ ...link, role: "speaker" }, { ...dev, invited: "listener" }, room, NOW)).toMatchObject({
      value: "use",
    });
  });

  it("is spent when it is used up, expired or revoked, which hurts nobody who is invited", () => {
    for (const spent of [{ uses: 1 }, { expiresAt: NOW }, { revokedAt: NOW }]) {
      expect(redeem({ ...link, ...spent }, dev, room, NOW)).toMatchObject({ refusal: "link_spent" });
      expect(redeem({ ...link, ...spent }, { ...dev, invited: "listener" }, room, NOW)).toMatchObject({ ok: true });
    }
  });

  it("is under every ban, and takes no guest to the stage", () => {
    expect(redeem(link, { ...dev, banned: true, invited: "speaker" }, room, NOW)).toMatchObject({ refusal: "banned" });
    const guest = { ...dev, kind: "guest" as const };
    expect(redeem({ ...link, role: "speaker" }, guest, room, NOW)).toMatchObject({ refusal: "members_only" });
    expect(redeem(link, guest, { guestsAllowed: false }, NOW)).toMatchObject({ refusal: "guests_not_allowed" });
  });

  it("for speakers leads to the stage once, whatever became of offers", () => {
    const seat = { personId: "dev", role: "listener" } as const;
    const declined = { outcome: "declined", expiresAt: later } as const;
    expect(acceptOffer(seat, declined, NOW, "open")).toMatchObject({ value: "come" });
    expect(acceptOffer(seat, null, NOW, "used")).toMatchObject({ refusal: "no_offer" });
    expect(acceptOffer({ ...seat, role: "speaker" }, null, NOW, "used")).toMatchObject({ value: "stay" });
  });
});

describe("a call", () => {
  const dev = { personId: "dev", role: "listener" } as const;
  const host = { personId: "ada", role: "host" } as const;
  const eve: Called = {
    personId: "eve",
    quiet: false,
    barred: false,
    calledOrHere: false,
  };

  it("is everyone's in an open room, and only of those who invite in a closed one", () => {
    expect(ping(dev, "open", eve)).toMatchObject({ value: "ping" });
    expect(ping(dev, "closed", eve)).toMatchObject({ refusal: "not_allowed" });
    expect(ping(host, "closed", eve)).toMatchObject({ value: "ping" });
  });

  it("tells nobody of a ban", () => {
    expect(ping(host, "open", { ...eve, barred: true })).toEqual(ping(host, "open", { ...eve, quiet: true }));
  });

  it("is heard once", () => {
    expect(ping(dev, "open", { ...eve, calledOrHere: true })).toMatchObject({ value: "done" });
  });
});
