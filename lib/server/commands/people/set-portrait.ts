import { MAX_PICTURE_BYTES } from "@/lib/domain/portraits/crop";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { changePortrait } from "@/lib/server/portraits/change-portrait";
import { cutPortrait } from "@/lib/server/portraits/cut-portrait";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { Line } from "@/lib/server/preview-card/line";
import { facesOf } from "@/lib/server/queries/people/faces-of";
import { portraitCrop } from "@/lib/wire/people/inputs";
import { profileAnswer } from "@/lib/wire/people/views";

/** Pictures that wait to be cut, at up to eight megabytes each. */
const MOST_WAITING = 8;

/** What is left of a wait that is over in a moment. */
const RETRY_AFTER_SECONDS = 5;

/** Cuts one's portrait out of the picture that is the body, and shows it from now on. The one before is gone. */
export const setPortrait = defineCommand({
  who: "member",
  limit: "portraitsOfPerson",
  input: portraitCrop,
  bytesUpTo: MAX_PICTURE_BYTES,
  output: profileAnswer,
  refusals: ["picture_too_large", "not_a_picture", "too_many_pixels", "not_found", "too_many"],
  summary: "Set my portrait: the body is a JPEG, PNG, WebP, GIF or AVIF",
  run: async ({ caller, input, bytes = Buffer.alloc(0) }) => {
    if (bytes === null) return refused("picture_too_large", { megabytes: MAX_PICTURE_BYTES / 1024 / 1024 });
    const line = oncePerProcess("portraitLine", () => new Line());
    if (line.waiting >= MOST_WAITING) return refused("too_many", { retryAfterSeconds: RETRY_AFTER_SECONDS });
    const cut = await line.after(() => cutPortrait(bytes, input));
    if (!cut.ok) return cut;
    await changePortrait(caller.id, cut.value);
    const [person] = await facesOf([caller.id]);
    return person ? granted({ person }) : refused("not_found");
  },
});
