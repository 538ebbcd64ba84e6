import type { Role } from "@/lib/domain/roles";
import type { RoomStatus } from "@/lib/domain/rooms/room";
import { BACKSTAGE_BEFORE_MS, HOST_AWAITED_MS } from "./show";

export const EPISODE_PARTS = ["host", "cohost", "guest", "interpreter", "stood_down"] as const;
/**
 * What somebody is for one episode, by rank: a guest is one who accepted, and has stood down once a moderator moved them to the audience;
 * an interpreter is one who is assigned to it.
 */
export type EpisodePart = (typeof EPISODE_PARTS)[number];

/**
 * In which role somebody of the team sits down in their room; null for whoever comes in as everybody does. A guest has said yes already,
 * and tried their microphone: they come straight on the stage, however late. Source: behaviours 37.
 */
export function roleAtDoor(part: EpisodePart | null, room: { hostSeats: number }): Role | null {
  if (part === "host") return room.hostSeats === 0 ? "host" : "moderator";
  if (part === "cohost") return "moderator";
  return part === "guest" ? "speaker" : null;
}

/** Whether the team of a planned room may be behind its stage. Without an hour it always may. Source: behaviours 37. */
export const isBackstageOpen = (room: { status: RoomStatus; scheduledFor: Date | null }, now: Date): boolean =>
  room.status === "scheduled" &&
  (room.scheduledFor === null || room.scheduledFor.getTime() - BACKSTAGE_BEFORE_MS <= now.getTime());

/** When the backstage opens, and in how long that is. */
export type Opening = { at: string; inMs: number };

/** Of a room planned for that hour; null for one without an hour, whose backstage is open. */
export function openingOf(scheduledFor: string | null, now: Date): Opening | null {
  if (scheduledFor === null) return null;
  const at = new Date(Date.parse(scheduledFor) - BACKSTAGE_BEFORE_MS);
  return { at: at.toISOString(), inMs: at.getTime() - now.getTime() };
}

/** A planned room at its hour, and who of its team sits behind its stage. */
export type AtTheHour = {
  status: RoomStatus;
  scheduledFor: Date | null;
  opensItself: boolean;
  hosts: number;
  cohosts: number;
};

/**
 * What happens to a planned room by itself. `go_live`: by its own; a cohost hosts it where no host is there. `lead`: a cohost
 * becomes its host, who goes live by hand. `call_off`: nobody who may lead it came. `wait`: nothing yet.
 * Source: behaviours 37.
 */
export function atTheHour(room: AtTheHour, now: Date): "wait" | "go_live" | "lead" | "call_off" {
  const { status, scheduledFor, opensItself, hosts, cohosts } = room;
  if (status !== "scheduled" || scheduledFor === null) return "wait";
  const lateMs = now.getTime() - scheduledFor.getTime();
  if (lateMs < 0) return "wait";
  if (opensItself && hosts > 0) return "go_live";
  if (lateMs < HOST_AWAITED_MS || hosts > 0) return "wait";
  if (cohosts > 0) return opensItself ? "go_live" : "lead";
  return "call_off";
}
