import { z } from "zod";
import { line, personName } from "@/lib/wire/text";

/** Input of `POST /api/access-tokens`. */
export const accessTokenInput = z.strictObject({
  name: line(60),
  scopes: z
    .array(z.enum(["read", "write"]))
    .min(1)
    .max(2)
    .default(["read", "write"]),
});

/** Input of `POST /api/sign-in/codes`. The command folds the address to its one spelling. */
export const signInCodeInput = z.strictObject({ email: z.string().min(3).max(320) });

/** Input of `POST /api/sessions`. `name`: what a newcomer wants to be called. */
export const signInInput = z.strictObject({
  email: z.string().min(3).max(320),
  code: z.string().min(6).max(30),
  name: personName.optional(),
});

/** Input of `POST /api/me/name`. */
export const nameInput = z.strictObject({ name: personName });

/** Input of `POST /api/sign-in/providers/:provider`. */
export const providerSignInInput = z.strictObject({ next: z.string().max(2_000).default("/") });

/** Input of `DELETE /api/sessions`. */
export const signOutInput = z.strictObject({ everywhere: z.boolean().default(false) });
