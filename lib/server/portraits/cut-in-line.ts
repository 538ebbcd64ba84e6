import { type Crop, MAX_PICTURE_BYTES } from "@/lib/domain/portraits/crop";
import { refused } from "@/lib/domain/ruling";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { cutPortrait } from "./cut-portrait";
import { Line } from "./line";

/** Pictures that wait to be cut, at up to eight megabytes each. */
const MOST_WAITING = 8;

/** What is left of a wait that is over in a moment. */
const RETRY_AFTER_SECONDS = 5;

/** Cuts what somebody sent in, one picture after the other. `bytes` null: longer than MAX_PICTURE_BYTES. Refused `too_many` where many wait. */
export async function cutInLine(bytes: Buffer | null, wished: Partial<Crop>) {
  if (bytes === null) return refused("picture_too_large", { megabytes: MAX_PICTURE_BYTES / 1024 / 1024 });
  const line = oncePerProcess("portraitLine", () => new Line());
  if (line.waiting >= MOST_WAITING) return refused("too_many", { retryAfterSeconds: RETRY_AFTER_SECONDS });
  return line.after(() => cutPortrait(bytes, wished));
}
