import { MAX_PICTURE_BYTES } from "@/lib/domain/portraits/crop";
import { granted, refused } from "@/lib/domain/ruling";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { actInShow } from "@/lib/server/acts/act-in-show";
import { defineCommand } from "@/lib/server/http/command";
import { changeShowPicture } from "@/lib/server/portraits/change-portrait";
import { cutInLine } from "@/lib/server/portraits/cut-in-line";
import { show } from "@/lib/server/queries/shows/show";
import { portraitCrop } from "@/lib/wire/people/inputs";
import { showAnswer } from "@/lib/wire/shows/views";

/** Cuts a show's picture out of the picture that is the body, and shows it from now on. The one before is gone. */
export const setShowPicture = defineCommand({
  who: "member",
  limit: "portraitsOfPerson",
  input: portraitCrop,
  bytesUpTo: MAX_PICTURE_BYTES,
  output: showAnswer,
  refusals: [
    "not_a_picture",
    "not_allowed",
    "not_found",
    "picture_too_large",
    "show_ended",
    "too_many",
    "too_many_pixels",
  ],
  summary: "Set a show's picture: the body is a JPEG, PNG, WebP, GIF or AVIF",
  run: async (ask) => {
    const { caller, input, bytes = Buffer.alloc(0) } = ask;
    // Who may not do it makes the house cut nothing; and the show is not held while it does.
    const allowed = await actInShow(ask, async ({ tx, showId, actor }) => {
      if (!canWithShow(actor.role, "editShow")) return refused("not_allowed");
      const { endedAt } = await tx.show.findUniqueOrThrow({ where: { id: showId } });
      return endedAt ? refused("show_ended") : granted(showId);
    });
    if (!allowed.ok) return allowed;
    const cut = await cutInLine(bytes, input);
    if (!cut.ok) return cut;
    await changeShowPicture(allowed.value, cut.value);
    const view = await show(caller, { id: allowed.value });
    return view ? granted({ show: view }) : refused("not_found");
  },
});
