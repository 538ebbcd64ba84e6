import type { Role } from "@/lib/domain/roles";

/** How long a seat waits to be seen in LiveKit for the first time. Source: mechanics, seats and leases. */
export const CLAIM_LEASE_MS = 30_000;

/** How long a seat is kept after LiveKit's goodbye, so that a dropped phone does not lose it. Source: behaviours 4. */
const GRACE_MS: Record<Role, number> = { host: 120_000, moderator: 60_000, speaker: 60_000, listener: 20_000 };

/** Milliseconds that a seat of this role outlives its last connection. */
export const graceMs = (role: Role): number => GRACE_MS[role];

/** What the media server must let the holder of a seat do. `hidden` is lifted only, never put back on a connection. */
export type MediaRights = { publish: boolean; hidden: boolean };

/**
 * What a person may do in LiveKit: a pure function of their seat.
 * `alreadyShown` says that this very connection was visible before; re-hiding leaves ghosts with others (livekit.md).
 */
export function mediaRights(seat: { role: Role; muted: boolean }, alreadyShown: boolean): MediaRights {
  const onStage = seat.role !== "listener";
  return { publish: onStage && !seat.muted, hidden: !onStage && !alreadyShown };
}

/** A connection as the media server reports it. `usual`: its other grants are as we give them. `agent`: no person's client. */
export type MediaConnection = { rights: MediaRights; usual: boolean; agent: boolean };

/** Whether a connected person may do just what their seat says, no more and no less. */
export function obeys(connection: MediaConnection, seat: { role: Role; muted: boolean }): boolean {
  const { publish, hidden } = connection.rights;
  const wanted = mediaRights(seat, !hidden);
  return connection.usual && !connection.agent && publish === wanted.publish && hidden === wanted.hidden;
}
