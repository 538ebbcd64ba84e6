import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { bringGuest } from "@/lib/server/sign-in/sign-in";
import { takeName } from "@/lib/server/sign-in/take-name";
import { profileAnswer } from "@/lib/wire/people/views";
import { nameInput } from "@/lib/wire/sign-in/inputs";

/**
 * `POST /api/me/name`: whoever has just come by a provider says what to call them. The handle follows the name, and the
 * guest that this browser was becomes them. `not_found` for everyone who has chosen a name already: they edit their profile.
 */
export const confirmName = defineCommand({
  who: "member",
  limit: "profileEditsOfPerson",
  input: nameInput,
  output: profileAnswer,
  refusals: ["not_found"],
  summary: "Confirm the name that a sign-in provider gave",
  run: async ({ caller, input, request }) => {
    const person = await takeName(caller.id, input.name);
    return person ? { ...granted({ person }), cookies: await bringGuest(request, caller.id) } : refused("not_found");
  },
});
