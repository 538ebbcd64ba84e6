import { randomBytes } from "node:crypto";
import { granted, refused } from "@/lib/domain/ruling";
import { hashOf } from "@/lib/server/callers/secrets";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { ACCESS_TOKEN_COLUMNS, toAccessToken } from "@/lib/server/queries/sign-in/access-tokens";
import { accessTokenInput } from "@/lib/wire/sign-in/inputs";
import { freshAccessToken } from "@/lib/wire/sign-in/views";

/** A fresh token: its prefix lets secret scanners know it, the rest is 256 random bits. */
export const newAccessToken = (): string => `plnm_${randomBytes(32).toString("base64url")}`;

/**
 * `POST /api/access-tokens`: `{ accessToken, token }`; the token itself is stored hashed and never shown again.
 * Not with an access token: a leaked one must not outlive its being revoked.
 */
export const createAccessToken = defineCommand({
  who: "member",
  limit: "accessTokensOfPerson",
  input: accessTokenInput,
  output: freshAccessToken,
  refusals: ["not_allowed", "too_many"],
  status: 201,
  summary: "Make a personal access token",
  run: async ({ caller, input }) => {
    if (caller.scopes) return refused("not_allowed");
    const token = newAccessToken();
    const kept = await db().accessToken.create({
      data: { personId: caller.id, name: input.name, scopes: [...new Set(input.scopes)], tokenHash: hashOf(token) },
      select: ACCESS_TOKEN_COLUMNS,
    });
    return granted({ accessToken: toAccessToken(kept), token });
  },
});
