import { hashOf } from "@/lib/server/callers/secrets";
import { newAccessToken } from "@/lib/server/commands/sign-in/create-access-token";
import { db } from "@/lib/server/postgres/db";

/** Names the tokens in a member's settings, and tells this crowd's from any other. */
const TOKEN_NAME = "npm run load";

/**
 * Members `crowd_1` to `crowd_N`, made where they are missing, and a fresh token of each; those of an earlier crowd are taken
 * away. Safe to repeat. The members stay, since what they did stays; without a token nobody can act as them.
 */
export async function makeCrowd(people: number): Promise<string[]> {
  const handles = Array.from({ length: people }, (_, place) => `crowd_${place + 1}`);
  await db().accessToken.deleteMany({ where: { name: TOKEN_NAME, person: { handle: { startsWith: "crowd_" } } } });
  await db().person.createMany({
    data: handles.map((handle, place) => ({
      kind: "member" as const,
      handle,
      name: `Crowd ${place + 1}`,
      portraitSeed: place,
    })),
    skipDuplicates: true,
  });
  const members = await db().person.findMany({
    where: { handle: { in: handles }, kind: "member", email: null, bannedAt: null },
    select: { id: true },
  });
  const tokens = members.map(({ id }) => ({ personId: id, token: newAccessToken() }));
  await db().accessToken.createMany({
    data: tokens.map(({ personId, token }) => ({
      personId,
      name: TOKEN_NAME,
      scopes: ["read", "write"],
      tokenHash: hashOf(token),
    })),
  });
  return tokens.map(({ token }) => token);
}
