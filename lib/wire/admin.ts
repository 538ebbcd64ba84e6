import { z } from "zod";
import { plainText } from "./inputs";
import type { PersonFace } from "./views";

/** Input of `PUT /api/admin/bans/:personId` and `DELETE /api/admin/rooms/:id`: why; kept in the admins' log. */
export const reasonInput = z.strictObject({ reason: plainText(1, 500) });

export type ReasonInput = z.infer<typeof reasonInput>;

/** A live room as admins see it, whatever its kind. */
export type AdminRoom = {
  id: string;
  title: string;
  openSeats: number;
  stageSeats: number;
  capacity: number;
  liveAt: string | null;
  hosts: PersonFace[];
};

/** Answer of `GET /api/admin/rooms`: the fullest first, and what all live rooms come to. */
export type AdminRooms = { rooms: AdminRoom[]; live: number; people: number; onStage: number };

/** Somebody found by an admin. `ban` null: not banned. */
export type AdminPerson = {
  person: PersonFace;
  email: string | null;
  admin: boolean;
  ban: { reason: string; bannedAt: string } | null;
};

/** One act of an admin. `title`: of the room it was about. */
export type AdminLogEntry = {
  id: string;
  at: string;
  type: "banned" | "ban_lifted" | "room_ended";
  by: PersonFace | null;
  whom: PersonFace | null;
  reason: string;
  title: string | null;
};

/** Answer of `GET /api/admin/log`, newest first. `before`: where the next page goes on; null at the beginning. */
export type AdminLogPage = { entries: AdminLogEntry[]; before: string | null };
