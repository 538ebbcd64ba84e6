import { type ShowId, toId } from "@/lib/domain/ids";
import { refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { askForMail } from "@/lib/server/notifications/ask-for-mail";
import { visibleShow } from "@/lib/server/queries/reminders/show-follow";
import { nothing } from "@/lib/wire/fields";
import { mailReminderInput } from "@/lib/wire/reminders/inputs";

/** An address wants to be told of each episode of a show: its owner is asked by mail whether they do. */
export const askForShowMail = defineCommand({
  who: "anyone",
  limit: { none: "it counts mails to an address and from a client by itself" },
  input: mailReminderInput,
  output: nothing,
  refusals: ["bad_input", "mail_away", "not_found", "too_many"],
  summary: "Be reminded of a show's episodes by mail, without an account",
  run: async ({ params, input, request }) => {
    const showId = toId<ShowId>(params.showId);
    const show = showId && (await visibleShow(null, showId));
    if (!show) return refused("not_found");
    const of = { roomId: null, showId: show.id, title: show.title, path: `/shows/${show.slug}` };
    return askForMail(request, input.email, of);
  },
});
