import { sealOf } from "./secrets";

/** What a session is called where its owner sees it: derived from its row's key, from which nobody gets back to it. */
export const sessionIdOf = (tokenHash: Uint8Array): string =>
  sealOf("session id", Buffer.from(tokenHash).toString("hex")).subarray(0, 16).toString("base64url");
