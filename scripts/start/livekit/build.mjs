import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { PROJECT } from "../folders.mjs";
import { runCommand } from "../processes/run-command.mjs";

const MODULE = join(PROJECT, "scripts/livekit");
const SERVER = "github.com/livekit/livekit-server/cmd/server";

/** Where the built server lies for every clone of this person: keyed by what it is built from and for. */
export function cachedServer() {
  const sums = ["go.mod", "go.sum"].map((name) => readFileSync(join(MODULE, name)));
  const key = createHash("sha256")
    .update(Buffer.concat(sums))
    .update(`${process.platform}-${process.arch}`)
    .digest("hex");
  return join(cacheFolder(), "plenum", `livekit-server-${key.slice(0, 16)}`);
}

export const hasGo = () => spawnSync("go", ["version"], { stdio: "ignore" }).status === 0;

/** Builds the server from Go modules. The committed go.sum verifies every one of them; `readonly` lets none be added. */
export async function buildServer(dataFolder) {
  const target = cachedServer();
  if (existsSync(target)) return target;
  mkdirSync(join(target, ".."), { recursive: true });
  const half = `${target}.${process.pid}`;
  const flags = ["-mod=readonly", "-trimpath", "-buildvcs=false", "-ldflags=-s -w"];
  await runCommand("livekit-build", ["go", "build", ...flags, "-o", half, SERVER], { dataFolder, cwd: MODULE });
  renameSync(half, target);
  return target;
}

function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  return join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache");
}
