import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { bringGuest } from "@/lib/server/sign-in/sign-in";
import { takeName } from "@/lib/server/sign-in/take-name";
import { profileAnswer } from "@/lib/wire/people/views";
import { nameInput } from "@/lib/wire/sign-in/inputs";

/**
 * `POST /api/me/name`: gives a member who has just signed up by a provider the name they choose. The handle follows the name,
 * and the guest that this browser was becomes this member. `not_found` for everyone who has chosen a name already: they edit their profile.
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
