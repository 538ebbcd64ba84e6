import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findBinaries } from "./find-binaries.mjs";

const OUTSIDE = "/var/lib/plenum";

/**
 * Where binaries and data lie. Inside the project, unless Postgres runs as a user who cannot enter it (root's clone
 * in a 0700 folder): then both lie under /var/lib/plenum, and `postgres.json` in the data folder remembers where.
 * @param {string} dataFolder
 * @param {{ uid: number, gid: number } | null} user
 * @returns {{ binaries: string, data: string }}
 */
export function choosePlace(dataFolder, user, outside = OUTSIDE) {
  const note = join(dataFolder, "postgres.json");
  const binaries = findBinaries();
  if (!user) return { binaries, data: join(dataFolder, "postgres") };

  const remembered = existsSync(note) ? JSON.parse(readFileSync(note, "utf8")) : null;
  if (remembered && existsSync(remembered.data))
    return { binaries: placedBinaries(binaries, remembered.binaries), data: remembered.data };
  if (canEnter(dataFolder, user) && canRun(binaries, user)) return { binaries, data: join(dataFolder, "postgres") };

  const name = createHash("sha256").update(dataFolder).digest("hex").slice(0, 12);
  const place = { binaries: join(outside, "binaries"), data: join(outside, name) };
  mkdirSync(outside, { recursive: true, mode: 0o755 });
  if (!canEnter(outside, user))
    throw new Error(`Postgres runs as a user who can enter neither ${dataFolder} nor ${outside}.`);
  writeFileSync(note, `${JSON.stringify(place, null, 2)}\n`);
  return { ...place, binaries: placedBinaries(binaries, place.binaries) };
}

function canEnter(folder, user) {
  return asUser("/bin/sh", ["-c", 'cd "$1"', "sh", folder], user);
}

function canRun(binaries, user) {
  return asUser(join(binaries, "bin/postgres"), ["--version"], user);
}

function asUser(command, args, { uid, gid }) {
  return spawnSync(command, args, { uid, gid, cwd: "/", stdio: "ignore" }).status === 0;
}

/** Copies the binaries once a version, by a rename at the end so that a start that dies half-way leaves no torn copy. */
function placedBinaries(from, folder) {
  const version = createHash("sha256")
    .update(readFileSync(join(from, "../package.json")))
    .digest("hex")
    .slice(0, 12);
  const target = join(folder, version);
  if (existsSync(target)) return target;
  const half = `${target}.${process.pid}`;
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(half, { recursive: true, force: true });
  }
  return target;
}
