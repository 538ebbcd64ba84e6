import { createECDH } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { newPushReader } from "./open-push";

/** A push service of the tests' own on loopback: counts what it is sent by path, and refuses where it is told to. */
export type PushService = {
  origin: string;
  /** How often something came, by the last part of its path. */
  received: Map<string, number>;
  /** When each came, in the order in which they came. */
  times: number[];
  /** What came last, as it was sent. */
  bodies: Map<string, Buffer>;
  /** Status of paths that are not taken; 201 of all others. */
  refuse: Map<string, number>;
  stop: () => Promise<void>;
};

export async function startPushService(): Promise<PushService> {
  const received = new Map<string, number>();
  const refuse = new Map<string, number>();
  const bodies = new Map<string, Buffer>();
  const times: number[] = [];
  const server = createServer((request, response) => {
    const name = request.url?.split("/").at(-1) ?? "";
    received.set(name, (received.get(name) ?? 0) + 1);
    times.push(performance.now());
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      bodies.set(name, Buffer.concat(parts));
      response.statusCode = refuse.get(name) ?? 201;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, received, bodies, times, refuse, stop: () => close(server) };
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** The keys that a browser gives for what is sent to it. */
export const browserKeys = (): { p256dh: string; auth: string } => newPushReader().keys;

/** A private key by which push services know an instance. */
export function newPushKey(): string {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  return Buffer.from(pair.getPrivateKey("hex").padStart(64, "0"), "hex").toString("base64url");
}
