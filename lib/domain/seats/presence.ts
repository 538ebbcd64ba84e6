import type { Role } from "@/lib/domain/roles";
import { type MediaConnection, obeys } from "./seat";

/** An open seat, read after the list of connections was taken. */
export type SweptSeat = {
  id: string;
  personId: string;
  role: Role;
  muted: boolean;
  connectedAt: Date | null;
  mediaSid: string | null;
  goneAt: Date | null;
  leaseUntil: Date | null;
};

/** Somebody in the media server's list of a room. */
export type SweptConnection = MediaConnection & { identity: string; sid: string };

/** What the sweep does about a room; everything else is as it should be. */
export type SweepFindings = {
  /** Seats to mark as connected, with their connection. */
  connected: { seatId: string; sid: string }[];
  /** Seats whose connection is no longer there: their grace begins. */
  gone: { seatId: string; role: Role }[];
  /** People whose lease has run out. */
  expired: string[];
  /** Identities whose rights are not what their seat says, or that hold no open seat at all. */
  unruly: string[];
};

/**
 * Compares a room's open seats with who is connected. `takenAt`: when the list was asked for; a seat first seen
 * after that says nothing by not being in it. Pure. Source: mechanics, sweep.
 */
export function sweepRoom(seats: SweptSeat[], connections: SweptConnection[], takenAt: Date, now: Date): SweepFindings {
  const findings: SweepFindings = { connected: [], gone: [], expired: [], unruly: [] };
  const connectionOf = new Map(connections.map((connection) => [connection.identity, connection]));
  for (const seat of seats) {
    const connection = connectionOf.get(seat.personId);
    connectionOf.delete(seat.personId);
    if (connection) judgeConnected(seat, connection, findings);
    else judgeAbsent(seat, takenAt, now, findings);
  }
  findings.unruly.push(...connectionOf.keys());
  return findings;
}

function judgeConnected(seat: SweptSeat, connection: SweptConnection, findings: SweepFindings): void {
  const known = seat.connectedAt && !seat.goneAt && !seat.leaseUntil && seat.mediaSid === connection.sid;
  if (!known) findings.connected.push({ seatId: seat.id, sid: connection.sid });
  if (!obeys(connection, seat)) findings.unruly.push(seat.personId);
}

function judgeAbsent(seat: SweptSeat, takenAt: Date, now: Date, findings: SweepFindings): void {
  if (seat.leaseUntil) {
    if (seat.leaseUntil <= now) findings.expired.push(seat.personId);
    return;
  }
  if (!seat.connectedAt || seat.connectedAt < takenAt) findings.gone.push({ seatId: seat.id, role: seat.role });
}
