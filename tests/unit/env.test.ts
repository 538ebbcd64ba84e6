import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/env";

const RIGHT = {
  DATABASE_URL: "postgres://plenum@127.0.0.1:5432/plenum",
  PLENUM_SECRET: "s".repeat(32),
  LIVEKIT_URL: "ws://127.0.0.1:7880",
  LIVEKIT_API_KEY: "plenum",
  LIVEKIT_API_SECRET: "k".repeat(32),
};

describe("the environment", () => {
  it("needs no more than database, secret and media server", () => {
    const parsed = parseEnv(RIGHT);
    expect(parsed.PLENUM_ROOM_CAPACITY).toBe(5_000);
    expect(parsed.PLENUM_LOCAL).toBe(false);
    expect(parsed.SMTP_URL).toBeUndefined();
  });

  it("takes an empty optional value for none", () => {
    expect(parseEnv({ ...RIGHT, SMTP_URL: "" }).SMTP_URL).toBeUndefined();
  });

  it("names every wrong variable on one line, and never its value", () => {
    const wrong = { ...RIGHT, DATABASE_URL: "mysql://root:hunter2@db", PLENUM_SECRET: "short-secret" };
    const fault = (() => {
      try {
        return parseEnv(wrong);
      } catch (error) {
        return String(error);
      }
    })();
    expect(fault).toMatch(/DATABASE_URL must start with postgres.*PLENUM_SECRET must have/);
    expect(fault).not.toMatch(/hunter2|short-secret|\n/);
  });

  it("takes a bucket only with its key", () => {
    const bucket = { ...RIGHT, PLENUM_BUCKET: "https://s3.example.org/plenum" };
    expect(() => parseEnv(bucket)).toThrow(/PLENUM_BUCKET needs PLENUM_BUCKET_KEY/);
    const whole = parseEnv({ ...bucket, PLENUM_BUCKET_KEY: "plenum", PLENUM_BUCKET_SECRET: "secret" });
    expect(whole.PLENUM_BUCKET).toBe("https://s3.example.org/plenum");
    expect(parseEnv({ ...RIGHT, PLENUM_BUCKET: "" }).PLENUM_FILES).toBe(".plenum/files");
  });

  it("refuses a public address that is no address", () => {
    expect(() => parseEnv({ ...RIGHT, PLENUM_URL: "rooms.example.org" })).toThrow(/PLENUM_URL/);
  });
});
