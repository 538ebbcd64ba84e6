import { granted, refused } from "@/lib/domain/ruling";
import { safeNextPath } from "@/lib/domain/sign-in/next-path";
import { env } from "@/lib/env";
import { defineCommand } from "@/lib/server/http/command";
import { newAttempt } from "@/lib/server/sign-in/attempt";
import { oauthProviders } from "@/lib/server/sign-in/providers";
import { runNextAuth } from "@/lib/server/sign-in/run-next-auth";
import { providerSignInInput } from "@/lib/wire/sign-in/inputs";
import { providerAddress } from "@/lib/wire/sign-in/views";

/**
 * `POST /api/sign-in/providers/:provider`: answers the `url` at the provider to which the browser goes next; cookies keep
 * what must be the same when it comes back. `not_found` for a provider that is not configured.
 */
export const signInWithProvider = defineCommand({
  who: "anyone",
  limit: "providerSignInsFromClient",
  input: providerSignInInput,
  output: providerAddress,
  refusals: ["not_found"],
  summary: "Start signing in with a provider",
  run: async ({ params, input, request }) => {
    const provider = oauthProviders().find(({ id }) => id === params.provider);
    if (!provider) return refused("not_found");
    const answer = await runNextAuth(request, newAttempt(request), {
      action: "signin",
      provider: provider.id,
      query: {},
      body: { callbackUrl: safeNextPath(input.next) },
    });
    if (answer.redirect.startsWith(env().PLENUM_URL))
      throw new Error(`${provider.id} cannot be reached or is not set up rightly`);
    return { ...granted({ url: answer.redirect }), cookies: answer.cookies };
  },
});
