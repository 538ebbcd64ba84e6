import { MAX_PICTURE_BYTES } from "@/lib/domain/portraits/crop";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { changePortrait } from "@/lib/server/portraits/change-portrait";
import { cutInLine } from "@/lib/server/portraits/cut-in-line";
import { facesOf } from "@/lib/server/queries/people/faces-of";
import { portraitCrop } from "@/lib/wire/people/inputs";
import { profileAnswer } from "@/lib/wire/people/views";

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
    const cut = await cutInLine(bytes, input);
    if (!cut.ok) return cut;
    await changePortrait(caller.id, cut.value);
    const [person] = await facesOf([caller.id]);
    return person ? granted({ person }) : refused("not_found");
  },
});
