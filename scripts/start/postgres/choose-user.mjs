import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const CANDIDATES = ["postgres", "_postgres", "nobody"];

/**
 * Who runs Postgres, which refuses to run as root: null for "whoever starts us", else a system user of less power.
 * @returns {{ uid: number, gid: number, name: string } | null}
 */
export function chooseUser() {
  if (process.getuid?.() !== 0) return null;
  for (const name of CANDIDATES) {
    const found = fromPasswd(name) ?? fromId(name);
    if (found) return { ...found, name };
  }
  throw new Error(`Postgres does not run as root, and none of the users ${CANDIDATES.join(", ")} exists here.`);
}

function fromPasswd(name) {
  try {
    const line = readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .find((entry) => entry.startsWith(`${name}:`));
    if (!line) return null;
    const [, , uid, gid] = line.split(":");
    return { uid: Number(uid), gid: Number(gid) };
  } catch {
    return null;
  }
}

/** macOS keeps its system users elsewhere. */
function fromId(name) {
  const ask = (flag) => spawnSync("id", [flag, name], { encoding: "utf8" });
  const uid = ask("-u");
  const gid = ask("-g");
  if (uid.status !== 0 || gid.status !== 0) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
