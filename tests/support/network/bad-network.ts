import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where servers are, seen from both sides. */
export const NEAR_ADDRESS = "192.0.2.1";

/** Of each direction; what is left out stays as it was. */
export type Weather = { delayMs?: number; jitterMs?: number; lossPercent?: number; cut?: 0 | 1 };

export type BadNetwork = {
  change: (weather: Weather) => Promise<void>;
  /** An executable that runs that program on the far side, with the arguments it is given. */
  onFarSide: (program: string) => string;
  /** As a phone that goes from Wi-Fi to mobile: the old address is gone and another one is there. */
  readdress: () => void;
  close: () => void;
};

const SPACES = "PLENUM_BAD_NETWORK";
const PUMP = "tests/support/network/bad-network.py";

export const isInside = (): boolean => process.env[SPACES] !== undefined;

/** Why no bad network can be made here, and what would allow it; null where it can. */
export function whyNoBadNetwork(): string | null {
  const lacks = [
    process.platform !== "linux" && "Linux",
    process.getuid?.() !== 0 && "root (sudo, or a container of your own)",
    !existsSync("/dev/net/tun") && "/dev/net/tun (a container: --device /dev/net/tun)",
    !runs("python3", ["-V"]) && "python3",
    !runs("ip", ["-V"]) && "ip (the package iproute2)",
  ].filter((lack) => lack !== false);
  if (lacks.length > 0)
    return `A bad network is made of two network namespaces. For them is missing: ${lacks.join(", ")}.`;
  const probe = `plenum-probe-${randomBytes(3).toString("hex")}`;
  const isAllowed = runs("ip", ["netns", "add", probe]);
  if (isAllowed) runs("ip", ["netns", "del", probe]);
  return isAllowed
    ? null
    : "Network namespaces may not be made here. A container needs --cap-add NET_ADMIN --cap-add SYS_ADMIN --device /dev/net/tun.";
}

/** Runs a program of Node on the near side of a network of its own, which is gone afterwards. Answers its exit code. */
export async function runInside(args: string[]): Promise<number> {
  const id = randomBytes(3).toString("hex");
  const [near, far] = [`plenum-near-${id}`, `plenum-far-${id}`];
  for (const space of [near, far]) ip("netns", "add", space);
  const env = { ...process.env, [SPACES]: `${near} ${far}` };
  const child = spawn("ip", ["netns", "exec", near, process.execPath, ...args], { env, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  try {
    await once(child, "exit");
    return child.exitCode ?? 1;
  } finally {
    for (const space of [near, far]) runs("ip", ["netns", "del", space]);
  }
}

/** Inside `runInside`: the way between both sides, good until it is changed. */
export async function openBadNetwork(): Promise<BadNetwork> {
  const [near = "", far = ""] = (process.env[SPACES] ?? "").split(" ");
  const pump = spawn("python3", [PUMP, near, far], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(pump, "exit").then(() => Promise.reject(new Error("The bad network is gone")));
  // It ends in the end; only whoever waits for an answer then has a fault.
  ended.catch(() => undefined);
  const answer = (): Promise<unknown> => Promise.race([once(pump.stdout, "data"), ended]);
  await answer();
  const folder = mkdtempSync(join(tmpdir(), "plenum-far-"));
  const device = `f${pump.pid}`;
  return {
    onFarSide: (program) => {
      const file = join(folder, "far-side.sh");
      writeFileSync(file, `#!/bin/sh\nexec ip netns exec ${far} "${program}" "$@"\n`);
      chmodSync(file, 0o755);
      return file;
    },
    change: async (weather) => {
      pump.stdin.write(
        `${Object.entries(weather)
          .map(([name, value]) => `${name}=${value}`)
          .join(" ")}\n`,
      );
      await answer();
    },
    readdress: () => {
      const there = ["netns", "exec", far, "ip"];
      ip(...there, "addr", "flush", "dev", device);
      ip(...there, "addr", "add", "192.0.2.3/24", "dev", device);
      ip(...there, "route", "replace", "default", "via", NEAR_ADDRESS);
    },
    close: () => {
      pump.stdin.end();
      rmSync(folder, { recursive: true });
    },
  };
}

function ip(...args: string[]): void {
  if (!runs("ip", args)) throw new Error(`ip ${args.join(" ")} failed`);
}

const runs = (command: string, args: string[]): boolean => spawnSync(command, args, { stdio: "ignore" }).status === 0;
