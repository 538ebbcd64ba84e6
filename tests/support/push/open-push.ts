import { createDecipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from "node:crypto";

/** A browser's own end of a subscription: the keys that it gives away, and what opens a push that came for it (RFC 8291, RFC 8188). */
export type PushReader = { keys: { p256dh: string; auth: string }; open: (body: Buffer) => string };

export function newPushReader(): PushReader {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  const auth = randomBytes(16);
  const keys = { p256dh: pair.getPublicKey("base64url"), auth: auth.toString("base64url") };
  return { keys, open: (body) => openPush(pair, auth, body) };
}

const SALT_BYTES = 16;
const TAG_BYTES = 16;

function openPush(pair: ECDH, auth: Buffer, body: Buffer): string {
  const salt = body.subarray(0, SALT_BYTES);
  const keyLength = body[SALT_BYTES + 4] ?? 0;
  const sender = body.subarray(SALT_BYTES + 5, SALT_BYTES + 5 + keyLength);
  const sealed = body.subarray(SALT_BYTES + 5 + keyLength);
  const shared = pair.computeSecret(sender);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), pair.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync("sha256", shared, auth, info, 32));
  const derive = (name: string, length: number) =>
    Buffer.from(hkdfSync("sha256", secret, salt, Buffer.from(`Content-Encoding: ${name}\0`), length));
  const decipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString("utf8");
}
