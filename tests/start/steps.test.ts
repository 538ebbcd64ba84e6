import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { chooseAddress, isListeningOnly } from "@/scripts/start/address.mjs";
import { nodeFault } from "@/scripts/start/check-node.mjs";
import { freePort } from "@/scripts/start/free-port.mjs";
import { isInstalled } from "@/scripts/start/packages.mjs";
import { readSecrets } from "@/scripts/start/settings.mjs";

const dataFolder = mkdtempSync(join(tmpdir(), "plenum-steps-"));
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

const ports = { web: 3005, media: 7885 };

describe("the start", () => {
  it("names the Node it needs in one line, and takes every newer one", () => {
    for (const old of ["18.20.4", "20.18.3"])
      expect(nodeFault(old)).toMatch(/^Plenum needs Node 20\.19 or newer; this is .*$/);
    for (const fine of ["20.19.0", "22.1.0", "25.0.0"]) expect(nodeFault(fine)).toBeNull();
  });

  it("takes the next port when one is taken, or given away already", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((listening) => server.once("listening", listening));
    const { port } = server.address() as { port: number };
    try {
      const given = new Set([port + 1]);
      expect(await freePort(port, given)).toBeGreaterThan(port + 1);
      expect(given.size).toBe(2);
    } finally {
      server.close();
    }
  });

  it("makes secrets once, for their owner only, each of them long", () => {
    const first = readSecrets(dataFolder);
    expect(readSecrets(dataFolder)).toEqual(first);
    expect(statSync(join(dataFolder, "secrets.env")).mode & 0o777).toBe(0o600);
    expect(first.PLENUM_SECRET.length).toBeGreaterThanOrEqual(32);
    expect(first.LIVEKIT_API_SECRET.length).toBeGreaterThanOrEqual(32);
  });

  it("is local on loopback without a public address, and never with one", () => {
    const local = chooseAddress({ settings: {}, lan: false, ports });
    expect(local).toMatchObject({ url: "http://localhost:3005", bind: "127.0.0.1", isLocal: true });
    const open = chooseAddress({ settings: { PLENUM_URL: "https://plenum.example/" }, lan: false, ports });
    expect(open).toMatchObject({ url: "https://plenum.example", mediaUrl: "wss://plenum.example", isLocal: false });
    const lan = chooseAddress({ settings: {}, lan: true, ports });
    expect(lan).toMatchObject({ bind: "0.0.0.0", isLocal: false });
    expect(() => chooseAddress({ settings: { PLENUM_URL: "plenum" }, lan: false, ports })).toThrow(
      /PLENUM_URL must be/,
    );
  });

  it("says listening only where a browser gives no microphone", () => {
    expect(isListeningOnly("http://192.168.1.5:3000")).toBe(true);
    for (const fine of ["https://plenum.example", "http://localhost:3000"]) expect(isListeningOnly(fine)).toBe(false);
  });

  it("finds the packages of a clone that was installed", () => {
    expect(isInstalled()).toBe(true);
  });
});
