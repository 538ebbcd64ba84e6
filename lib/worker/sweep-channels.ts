import { validate } from "uuid";
import { relayOf } from "@/lib/domain/family/relay";
import { channelRoom, judgeInChannel, readChannelRoom } from "@/lib/domain/interpreting/channel";
import { ensureMediaRoom, forgetMediaRoom } from "@/lib/media/api";
import { deleteMediaRoom, listMediaPresences, type MediaPresence } from "@/lib/media/mirror";
import { channelRights, type InChannel } from "@/lib/server/mirroring/channel-right";
import { mirrorInChannel } from "@/lib/server/mirroring/mirror-channels";
import { log } from "@/lib/server/postgres/log";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { liveHalls } from "@/lib/server/sweeping/channel-halls";
import { type ChannelCount, countChannelAudiences } from "@/lib/server/sweeping/count-channel-audiences";
import { inParallel } from "./in-parallel";

const ROOMS_AT_ONCE = 20;

/** A channel that nobody hears or speaks in is ended. The next person who chooses its language has it made again. */
const EMPTY_CHANNEL_MS = 5 * 60_000;

/** Since when nobody is in a channel, as this process saw it; null while somebody is. */
type Known = Map<string, Date | null>;

type ChannelOfHall = { name: string; hallId: string; language: string };

/**
 * Makes all channels agree with Postgres once. Puts out participants that may not be there, and mends rights. Ends channels of
 * ended halls and channels that are long empty, makes again what the media server lost, and counts listeners.
 * `names`: the rooms that LiveKit has now. Throws ServiceAway("media").
 */
export async function sweepChannels(names: Iterable<string>, now: Date): Promise<void> {
  const known: Known = oncePerProcess("sweptChannels", () => new Map());
  const listed = channelsAmong(names);
  const lost = channelsAmong(known.keys()).filter(({ name }) => !listed.some((channel) => channel.name === name));
  const halls = await liveHalls([...listed, ...lost].map(({ hallId }) => hallId));
  await inParallel(lost, ROOMS_AT_ONCE, (channel) => makeAgain(channel, halls.get(channel.hallId), known));
  const [live, over] = [
    listed.filter(({ hallId }) => halls.has(hallId)),
    listed.filter(({ hallId }) => !halls.has(hallId)),
  ];
  await inParallel(over, ROOMS_AT_ONCE, ({ name }) => end(name, known));
  // Lists first and reads the rights afterwards, as with seats.
  const present: { one: InChannel; presence: MediaPresence }[] = [];
  await inParallel(live, ROOMS_AT_ONCE, async ({ name, hallId, language }) => {
    const people = (await listMediaPresences(name)) ?? [];
    present.push(...people.map((presence) => ({ one: { hallId, language, identity: presence.identity }, presence })));
    const alone = people.every(({ identity }) => relayOf(identity) !== null);
    known.set(name, alone ? (known.get(name) ?? now) : null);
  });
  const rights = await channelRights(present.map(({ one }) => one));
  const unruly = present.filter(({ presence }, index) => judgeInChannel(presence, rights[index] ?? null) !== "leave");
  await inParallel(unruly, ROOMS_AT_ONCE, ({ one }) => mirrorInChannel(one));
  const empty = live.filter(({ name }) => {
    const since = known.get(name);
    return since && now.getTime() - since.getTime() >= EMPTY_CHANNEL_MS;
  });
  await inParallel(empty, ROOMS_AT_ONCE, ({ name }) => end(name, known));
  const heardBy = present.filter((_, index) => rights[index] === "listen").map(({ one }) => one);
  // Last, since a figure for the screen must not keep anybody from being put out.
  await countChannelAudiences(countByChannel(live, heardBy));
}

function countByChannel(channels: ChannelOfHall[], listeners: InChannel[]): ChannelCount[] {
  const counts = new Map(channels.map((channel) => [channel.name, { ...channel, listeners: 0 }]));
  for (const { hallId, language } of listeners) {
    const count = counts.get(channelRoom(hallId, language));
    if (count) count.listeners += 1;
  }
  return [...counts.values()];
}

function channelsAmong(names: Iterable<string>): ChannelOfHall[] {
  return [...names].flatMap((name) => {
    const channel = readChannelRoom(name);
    return channel && validate(channel.hallId) ? [{ name, ...channel }] : [];
  });
}

async function end(name: string, known: Known): Promise<void> {
  known.delete(name);
  forgetMediaRoom(name);
  await deleteMediaRoom(name);
}

/** Somebody was in it, so their browsers are on their way back; an empty one is made again for the next who wants it. */
async function makeAgain({ name }: ChannelOfHall, capacity: number | undefined, known: Known): Promise<void> {
  const wasEmpty = known.get(name) !== null;
  known.delete(name);
  forgetMediaRoom(name);
  if (capacity === undefined || wasEmpty) return;
  await ensureMediaRoom(name, capacity);
  log().warn({ channel: name }, "the media server lost a channel; it is there again");
}
