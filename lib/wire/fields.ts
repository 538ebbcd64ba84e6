import { z } from "zod";

export const language = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/, { message: "language" });

export const noInput = z.strictObject({});

/** The body of an answer that says nothing but that it is done: there is none, and the status is 204. */
export const nothing = z.null();

/** An id of ours: of a person, room, seat, link. */
export const id = z.uuid();

/** A moment, ISO 8601 in UTC. */
export const time = z.iso.datetime();
