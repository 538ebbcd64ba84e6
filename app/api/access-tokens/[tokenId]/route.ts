import { revokeAccessToken } from "@/lib/server/commands/revoke-access-token";

export const DELETE = revokeAccessToken;
