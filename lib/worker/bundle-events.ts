import type { DueEvent } from "@/lib/server/announcing/due-events";
import type { Announcement } from "@/lib/wire/rooms/announcements";

/** One message: announcements in their order, for one audience or for the people named. */
export type Bundle = { to: "everyone" | "moderators" | string[]; announcements: Announcement[] };

/** Longer messages would be cut into many packets; LiveKit takes 64 kB. */
const MAX_BUNDLE_CHARACTERS = 12_000;

/** More hands than this at once are not named: the moderators read the queue. */
const MAX_HANDS_NAMED = 20;

/** More people than this at once are not told each for themselves: they read what is theirs. */
const MAX_PEOPLE_TOLD = 2;

/** How many receivers one message names at most. */
const MAX_RECEIVERS = 500;

/** As many of a stream's events as one message takes, from the first on; the others wait for the next. */
export function bundleStream(to: "everyone" | "moderators", events: DueEvent[]): { bundle: Bundle; taken: DueEvent[] } {
  const announcements: Announcement[] = [];
  let room = MAX_BUNDLE_CHARACTERS;
  for (const { toId: _, ...announcement } of events) {
    room -= JSON.stringify(announcement).length;
    if (room < 0 && announcements.length > 0) break;
    announcements.push(announcement);
  }
  return { bundle: { to, announcements }, taken: events.slice(0, announcements.length) };
}

/** What everyone in the main room is told, for everyone in one of its overflow rooms. */
export function bundleMain(events: DueEvent[]): { bundle: Bundle; taken: DueEvent[] } {
  const { bundle, taken } = bundleStream("everyone", events);
  return { bundle: { to: "everyone", announcements: bundle.announcements.map(asMain) }, taken };
}

const asMain = (announcement: Announcement): Announcement => ({ ...announcement, audience: "main" });

/**
 * The moderators' events; where many hands moved, one `hands_changed` stands for all of them and the message ends the
 * queue, so that a burst never builds one of stale hands. `openHands`: how many are up now.
 */
export function sumHands(events: DueEvent[], openHands: number): DueEvent[] {
  const isHand = (event: DueEvent): boolean =>
    event.happening?.type === "hand_raised" || event.happening?.type === "hand_lowered";
  const newest = events.findLast(isHand);
  if (!newest || events.filter(isHand).length <= MAX_HANDS_NAMED) return events;
  const summed = events.flatMap((event): DueEvent[] => {
    if (event === newest) return [{ ...event, happening: { type: "hands_changed", open: openHands } }];
    return isHand(event) ? [] : [event];
  });
  let prev = events[0]?.prev ?? 0;
  return summed.map((event) => {
    const chained = { ...event, prev };
    prev = event.version;
    return chained;
  });
}

/**
 * What single people are told. Two are told in a message each; where more wait, one message goes to all of them that
 * carries nothing but a version they lack, at which a browser reads what is its own.
 * Source: docs/decisions/a-burst-becomes-a-nudge.md.
 */
export function bundlePeople(events: DueEvent[]): { bundle: Bundle; taken: DueEvent[] } | null {
  const people = [...new Set(events.flatMap(({ toId }) => toId ?? []))];
  const [first] = people;
  if (first === undefined) return null;
  if (people.length <= MAX_PEOPLE_TOLD) {
    const taken = events.filter(({ toId }) => toId === first);
    return { bundle: { to: [first], announcements: taken.map(({ toId: _, ...event }) => event) }, taken };
  }
  const told = new Set(people.slice(0, MAX_RECEIVERS));
  const taken = events.filter(({ toId }) => toId !== null && told.has(toId));
  const newest = taken.at(-1);
  if (!newest) return null;
  const { version, at } = newest;
  const nudge: Announcement = { audience: "person", prev: version, version, happening: null, at };
  return { bundle: { to: [...told], announcements: [nudge] }, taken };
}
