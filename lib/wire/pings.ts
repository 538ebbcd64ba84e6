import { z } from "zod";
import type { PersonFace } from "./views";

/** Input of `POST /api/rooms/:id/pings`. */
export const pingInput = z.strictObject({ personId: z.uuid() });

/** Somebody wants me in a room. Stays until I have seen it, and no longer than the room is live. */
export type PingView = { room: { id: string; title: string }; by: PersonFace; at: string };

/** A page of those who follow me; `next` goes into `after`, null on the last page. */
export type FollowerPage = { people: PersonFace[]; next: string | null };

/** One event of `GET /api/me/events`: what has to be read anew. */
export type MyEvent = { reread: "pings" };
