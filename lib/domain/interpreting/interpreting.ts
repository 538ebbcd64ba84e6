import { type Actor, can } from "@/lib/domain/permissions";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";

/**
 * Somebody assigned to a language of a family. `source`: the channel that they interpret from; null for the floor.
 * `toStage`: they speak on the main stage instead of in their channel.
 */
export type Interpreting = {
  personId: string;
  language: string;
  onAir: boolean;
  toStage: boolean;
  source: string | null;
};

/** The room as far as its languages go. */
type HostRoom = { status: "scheduled" | "live" | "ended"; mainRoomId: string | null };

/** Who is to be assigned. `barred`: put out of the room, or of the instance; `knows`: may know of the room. */
export type Assignee = { personId: string; kind: "member" | "guest"; barred: boolean; knows: boolean };

/** How many languages a family is interpreted into at most, and how many people interpret one. */
const MAX_LANGUAGES = 12;
const MAX_OF_A_LANGUAGE = 6;

/** An average of fewer ratings than this says nothing. */
export const MIN_RATINGS = 3;

/**
 * Whether somebody may be assigned to a language; `done`: they are. `others`: who interprets in the family already, them
 * among them. A person who is barred looks like nobody. Source: behaviours 28.
 */
export function assignInterpreter(
  actor: Actor,
  room: HostRoom,
  assignee: Assignee | null,
  language: string,
  others: readonly Interpreting[],
): Ruling<"assign" | "done", "not_found" | "not_allowed" | "room_ended" | "interpreters_full"> {
  if (room.mainRoomId !== null) return refused("not_found");
  if (!can(actor, "assignInterpreter")) return refused("not_allowed");
  if (room.status === "ended") return refused("room_ended");
  if (!assignee || assignee.kind === "guest" || assignee.barred || !assignee.knows) return refused("not_found");
  const colleagues = others.filter(({ personId }) => personId !== assignee.personId);
  const present = others.find(({ personId }) => personId === assignee.personId);
  if (present?.language === language) return granted("done");
  const languages = new Set(colleagues.map((one) => one.language));
  const ofIt = colleagues.filter((one) => one.language === language).length;
  if (ofIt >= MAX_OF_A_LANGUAGE || (ofIt === 0 && languages.size >= MAX_LANGUAGES)) return refused("interpreters_full");
  return granted("assign");
}

/** Whether somebody's assignment may be ended: by who assigns, or by themselves. `done`: they have none. */
export function endInterpreter(
  actor: Actor,
  personId: string,
  present: Interpreting | null,
): Ruling<"end" | "done", "not_allowed"> {
  if (actor.personId !== personId && !can(actor, "assignInterpreter")) return refused("not_allowed");
  return granted(present ? "end" : "done");
}

/**
 * Whether an interpreter may hear that channel instead of the floor (null). Not their own language, none that nobody
 * interprets, and none that is in the end interpreted from theirs: nobody would hear the floor any more.
 */
export function chooseSource(
  mine: Interpreting,
  source: string | null,
  others: readonly Interpreting[],
): Ruling<"choose" | "done", "bad_input"> {
  if (source === mine.source) return granted("done");
  if (source === null) return granted("choose");
  if (!others.some(({ language }) => language === source)) return refused("bad_input", { reason: "no_such_channel" });
  return leadsTo(source, mine.language, others) ? refused("bad_input", { reason: "circle" }) : granted("choose");
}

/** Whether a language is, by whatever steps, interpreted from another. */
function leadsTo(language: string, wanted: string, all: readonly Interpreting[]): boolean {
  const seen = new Set<string>();
  const waiting = [language];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === wanted) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    for (const one of all) if (one.language === next && one.source !== null) waiting.push(one.source);
  }
  return false;
}
