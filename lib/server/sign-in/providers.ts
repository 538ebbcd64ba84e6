import type { AuthOptions } from "next-auth";
import GitHub, { type GithubProfile } from "next-auth/providers/github";
import Google, { type GoogleProfile } from "next-auth/providers/google";
import type { OAuthConfig, OAuthUserConfig } from "next-auth/providers/oauth";
import { normalizeAddress } from "@/lib/domain/sign-in/email-address";
import { env } from "@/lib/env";

type Provider = AuthOptions["providers"][number];

type Claims = { sub: string; name?: string; preferred_username?: string; email?: string; email_verified?: boolean };

type GitHubAddress = { email: string; primary: boolean; verified: boolean };

/** The providers that the environment configures. Each needs its id and its secret. */
export function oauthProviders(): Provider[] {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET } = env();
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  const found: Provider[] = [];
  if (GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET)
    found.push(google({ clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET }));
  if (GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET)
    found.push(github({ clientId: GITHUB_CLIENT_ID, clientSecret: GITHUB_CLIENT_SECRET }));
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET) {
    found.push(
      oidc(OIDC_ISSUER, OIDC_NAME ?? new URL(OIDC_ISSUER).hostname, {
        clientId: OIDC_CLIENT_ID,
        clientSecret: OIDC_CLIENT_SECRET,
      }),
    );
  }
  return found;
}

/**
 * Accounts meet by their address, so only an address that the provider has verified is taken; the others count as none.
 * Else a person who can give themselves any address somewhere would get into its owner's account here.
 */
const verified = (email: string | undefined, isVerified: boolean | undefined): string =>
  (isVerified === true && normalizeAddress(email ?? "")) || "";

const ours = { allowDangerousEmailAccountLinking: true } as const;

const google = (keys: OAuthUserConfig<GoogleProfile>): Provider =>
  Google({
    ...keys,
    ...ours,
    checks: ["pkce", "state"],
    profile: (claims) => ({ id: claims.sub, name: claims.name, email: verified(claims.email, claims.email_verified) }),
  });

const github = (keys: OAuthUserConfig<GithubProfile>): Provider =>
  GitHub({
    ...keys,
    ...ours,
    profile: async (profile, tokens) => ({
      id: String(profile.id),
      name: profile.name ?? profile.login,
      email: await gitHubAddress(tokens.access_token ?? ""),
    }),
  });

/** The profile's own address may be unverified; this list says which is not. */
async function gitHubAddress(accessToken: string): Promise<string> {
  const answer = await fetch("https://api.github.com/user/emails", {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  if (!answer.ok) return "";
  const addresses: GitHubAddress[] = await answer.json();
  const primary = addresses.find((address) => address.primary);
  return verified(primary?.email, primary?.verified);
}

const oidc = (issuer: string, name: string, keys: OAuthUserConfig<Claims>): OAuthConfig<Claims> => ({
  id: "oidc",
  name,
  type: "oauth",
  wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
  authorization: { params: { scope: "openid email profile" } },
  idToken: true,
  checks: ["pkce", "state", "nonce"],
  profile: (claims: Claims) => ({
    id: claims.sub,
    name: claims.name ?? claims.preferred_username ?? "",
    email: verified(claims.email, claims.email_verified),
  }),
  ...keys,
  ...ours,
});
