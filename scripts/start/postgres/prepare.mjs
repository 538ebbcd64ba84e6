import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choosePlace } from "./choose-place.mjs";
import { chooseUser } from "./choose-user.mjs";

/** The account that owns the databases of an embedded Postgres. */
export const OWNER = "plenum";

/**
 * Makes an embedded Postgres ready to run: chooses user and place, creates the cluster once.
 * @param {{ dataFolder: string, port: number, password: string, settings?: string[], outside?: string }} wanted `outside` is for tests
 * @returns {{ command: string, args: string[], cwd: string, uid?: number, gid?: number, stopSignal: "SIGINT" }} how to run it
 */
export function preparePostgres({ dataFolder, port, password, settings = [], outside }) {
  mkdirSync(dataFolder, { recursive: true });
  const user = chooseUser();
  const place = choosePlace(dataFolder, user, outside);
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  if (!existsSync(join(place.data, "PG_VERSION"))) createCluster(place, password, identity);
  const options = [`listen_addresses=127.0.0.1`, `port=${port}`, "unix_socket_directories=", ...settings];
  return {
    command: join(place.binaries, "bin/postgres"),
    args: ["-D", place.data, ...options.flatMap((option) => ["-c", option])],
    cwd: place.data,
    ...identity,
    // "Fast shutdown": SIGTERM would wait for every client to leave by itself.
    stopSignal: "SIGINT",
  };
}

function createCluster({ binaries, data }, password, identity) {
  // A cluster without PG_VERSION is one whose creation was broken off.
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(tmpdir(), "plenum-initdb-"));
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (identity.uid !== undefined)
    for (const path of [data, folder, passwordFile]) chownSync(path, identity.uid, identity.gid);
  chmodSync(folder, 0o700);
  try {
    const made = spawnSync(
      join(binaries, "bin/initdb"),
      [
        "-D",
        data,
        "-U",
        OWNER,
        "-A",
        "scram-sha-256",
        `--pwfile=${passwordFile}`,
        "-E",
        "UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-sync",
      ],
      { ...identity, cwd: data, encoding: "utf8" },
    );
    if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr.trim()}`);
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
