import { describe, expect, it } from "vitest";
import { embedHtml } from "@/lib/domain/sharing/embed";
import { personJsonLd, roomJsonLd, scriptText } from "@/lib/domain/sharing/json-ld";
import { sitemapFile } from "@/lib/domain/sharing/sitemap";

const room = {
  title: "Night trains",
  description: "",
  language: "en",
  kind: "open",
  status: "live",
  liveAt: "2026-11-30T20:00:00.000Z",
  scheduledFor: null,
  capacity: 5_000,
};
const URL_OF_ROOM = "https://plenum.example/rooms/1";

describe("a room for search engines", () => {
  it("is a broadcast while it is live, and an event with its time before", () => {
    expect(roomJsonLd(room, URL_OF_ROOM)).toMatchObject({
      "@type": "BroadcastEvent",
      isLiveBroadcast: true,
      startDate: room.liveAt,
      location: { "@type": "VirtualLocation", url: URL_OF_ROOM },
    });
    const at = "2026-12-06T20:00:00.000Z";
    const scheduled = roomJsonLd({ ...room, status: "scheduled", liveAt: null, scheduledFor: at }, URL_OF_ROOM);
    expect(scheduled).toMatchObject({ "@type": "Event", startDate: at });
    expect(scheduled).not.toHaveProperty("isLiveBroadcast");
  });

  it("is nothing where not everybody may know of it, where it is over, and where it has no time", () => {
    for (const change of [{ kind: "closed" }, { kind: "social" }, { status: "ended" }, { status: "scheduled" }])
      expect(roomJsonLd({ ...room, ...change }, URL_OF_ROOM)).toBeNull();
  });
});

describe("what strangers write", () => {
  const HOSTILE = `</script><script>alert(1)</script><!-- ]]> & \u2028 " ' <img src=x onerror=alert(1)>`;

  it("ends no script element and is read back as it was", () => {
    const text = scriptText(roomJsonLd({ ...room, title: HOSTILE, description: HOSTILE }, URL_OF_ROOM) ?? {});
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).toMatchObject({ name: HOSTILE, description: HOSTILE });
    const facts = { name: HOSTILE, handle: "eve", bio: HOSTILE, languages: [], joinedAt: "", followers: 0 };
    expect(scriptText(personJsonLd(facts, URL_OF_ROOM))).not.toMatch(/[<>&]/);
  });

  it("ends no attribute of the frame, nor a line of the sitemap", () => {
    const html = embedHtml({ origin: "https://plenum.example", roomId: "1", title: HOSTILE });
    expect(html.match(/[<>]/g)).toEqual(["<", ">", "<", ">"]);
    expect(html.match(/"/g)).toHaveLength(14);
    expect(sitemapFile(["https://plenum.example/?a&b<c>"])).toContain(
      "<loc>https://plenum.example/?a&amp;b&lt;c&gt;</loc>",
    );
  });
});
