import { createECDH } from "node:crypto";
import { env } from "@/lib/env";
import { oncePerProcess } from "@/lib/server/postgres/process";

/** By which push services know this instance (VAPID, RFC 8292), both halves in base64url. */
export type PushKey = { publicKey: string; privateKey: string };

/** Null where this instance has none, and so no pushes. The public half follows from the private one, so that the two cannot disagree. */
export const pushKey = (): PushKey | null =>
  oncePerProcess("pushKey", () => {
    const privateKey = env().PLENUM_PUSH_KEY;
    if (!privateKey) return null;
    const pair = createECDH("prime256v1");
    pair.setPrivateKey(privateKey, "base64url");
    return { publicKey: pair.getPublicKey("base64url"), privateKey };
  });
