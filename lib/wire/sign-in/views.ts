import { z } from "zod";
import type { SignUpMode } from "@/lib/domain/sign-in/sign-up";
import { id, time } from "@/lib/wire/fields";
import type { PersonFace } from "@/lib/wire/people/views";

/** A personal access token as its owner sees it in a list; the token itself is shown once, when it is made. */
const accessTokenView = z.strictObject({
  id,
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: time,
});

export type AccessTokenView = z.infer<typeof accessTokenView>;

/** Answer of `GET /api/access-tokens`. */
export const accessTokenList = z.strictObject({ accessTokens: z.array(accessTokenView) });

/** Answer of `POST /api/access-tokens`: the only time that the token is told. */
export const freshAccessToken = z.strictObject({ accessToken: accessTokenView, token: z.string() });

/** Answer of `POST /api/sign-in/codes`: the address as it is kept. */
export const codeSent = z.strictObject({ email: z.string(), digits: z.int() });

/** Answer of every way to sign in that ends here; the session is in the cookie. */
export const signedIn = z.strictObject({ signedIn: z.literal(true) });

/** Answer of `POST /api/sign-in/providers/:provider`: where the browser goes on. */
export const providerAddress = z.strictObject({ url: z.string() });

/** Whether somebody new may come in, and who invites them: `invitedBy` as long as the code that this browser brought counts. */
export type Newcomers = { mode: SignUpMode; invitedBy: PersonFace | null };

/** The ways to sign in on an instance. `cast` is empty but in local mode; `mailOnPage`: codes appear on /dev/mail. */
export type SignInWays = {
  email: boolean;
  mailOnPage: boolean;
  providers: { id: string; name: string }[];
  newcomers: Newcomers;
  cast: (PersonFace & { bio: string })[];
};
