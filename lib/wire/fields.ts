import { z } from "zod";
import { line } from "./text";

export const language = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/, { message: "language" });

/** What a room is about, or a person. */
export const topics = z.array(line(30)).max(5);

export const noInput = z.strictObject({});

/** Of an act that is said whole by its address: what stands behind `?` and in the body is not looked at. */
export const noBody = z.object({});

/** The body of an answer that says nothing but that it is done: there is none, and the status is 204. */
export const nothing = z.null();

/** An id of ours: of a person, room, seat, link. */
export const id = z.uuid();

/** A moment, ISO 8601 in UTC. */
export const time = z.iso.datetime();

/** A zone that this server knows, by the name that a browser gives it. */
export const timeZone = z.string().max(64).refine(isTimeZone, { message: "time_zone" });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
