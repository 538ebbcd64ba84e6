// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as peopleViews from "@/lib/wire/people/views";
import type * as signInInputs from "@/lib/wire/sign-in/inputs";
import type * as signInViews from "@/lib/wire/sign-in/views";

export type SignInApi = {
  "DELETE /api/access-tokens/:tokenId": { params: { tokenId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/access-tokens": { answer: z.output<typeof signInViews.accessTokenList> };
  "POST /api/access-tokens": {
    input: z.input<typeof signInInputs.accessTokenInput>;
    answer: z.output<typeof signInViews.freshAccessToken>;
  };
  "POST /api/cast/:handle/session": { params: { handle: string }; answer: z.output<typeof signInViews.signedIn> };
  "POST /api/me/name": {
    input: z.input<typeof signInInputs.nameInput>;
    answer: z.output<typeof peopleViews.profileAnswer>;
  };
  "POST /api/sessions": {
    input: z.input<typeof signInInputs.signInInput>;
    answer: z.output<typeof signInViews.signedIn>;
  };
  "DELETE /api/sessions": { input: z.input<typeof signInInputs.signOutInput>; answer: z.output<typeof fields.nothing> };
  "POST /api/sign-in/codes": {
    input: z.input<typeof signInInputs.signInCodeInput>;
    answer: z.output<typeof signInViews.codeSent>;
  };
  "POST /api/sign-in/providers/:provider": {
    params: { provider: string };
    input: z.input<typeof signInInputs.providerSignInInput>;
    answer: z.output<typeof signInViews.providerAddress>;
  };
};
