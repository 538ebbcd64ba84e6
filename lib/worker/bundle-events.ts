import type { DueEvent } from "@/lib/server/announcing/due-events";
import type { Announcement } from "@/lib/wire/announcements";

/** One message for one audience. */
export type Bundle = { audience: Announcement["audience"]; toId: string | null; announcements: Announcement[] };

/** Longer messages would be cut into many packets; LiveKit takes 64 kB. */
const MAX_BUNDLE_CHARACTERS = 12_000;

/**
 * Puts events that are due at once into as few messages as their audiences allow; within an audience the order stays.
 * Everyone's come first: what is drawn on 5,000 screens must not wait for what one person is told.
 */
export function bundleEvents(events: DueEvent[]): Bundle[] {
  const streams = new Map<string, DueEvent[]>();
  for (const event of events) {
    const key = `${event.audience} ${event.toId ?? ""}`;
    streams.set(key, [...(streams.get(key) ?? []), event]);
  }
  const bundles = [...streams.values()].flatMap(bundleStream);
  return bundles.sort((a, b) => Number(b.audience === "everyone") - Number(a.audience === "everyone"));
}

function bundleStream(events: DueEvent[]): Bundle[] {
  const bundles: Bundle[] = [];
  let room = 0;
  for (const { toId, ...announcement } of events) {
    const size = JSON.stringify(announcement).length;
    const last = bundles.at(-1);
    if (last && size <= room) {
      last.announcements.push(announcement);
      room -= size;
    } else {
      bundles.push({ audience: announcement.audience, toId, announcements: [announcement] });
      room = MAX_BUNDLE_CHARACTERS - size;
    }
  }
  return bundles;
}
