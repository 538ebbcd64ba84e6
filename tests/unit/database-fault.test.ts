import { describe, expect, it } from "vitest";
import { awayService, ServiceAway } from "@/lib/domain/service-away";
import {
  isCollision,
  isConnectionSpoilt,
  isDatabaseAway,
  isDuplicate,
  isUnfitValue,
} from "@/lib/server/postgres/database-fault";

const coded = (code: string) => Object.assign(new Error("it said so"), { code });

/** As Prisma hands on what its driver said. */
const byDriver = (cause: object) =>
  Object.assign(new Error("Raw query failed"), { code: "P2010", meta: { driverAdapterError: { cause } } });

describe("Postgres is away", () => {
  const codes =
    "ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT P1001 P1008 P1017 P2024 P2028 25006 55P03 57014 57P01 57P02 57P03 08000 08006 53300 53400 40001 40P01";
  it.each(codes.split(" "))("where a fault says %s, however it is wrapped", (code) => {
    expect(isDatabaseAway(coded(code))).toBe(true);
    expect(isDatabaseAway(new Error("outer", { cause: coded(code) }))).toBe(true);
    expect(isDatabaseAway(byDriver({ kind: "postgres", code }))).toBe(true);
    expect(isDatabaseAway(byDriver({ originalCode: code, kind: "postgres" }))).toBe(true);
    expect(isDatabaseAway(new AggregateError([coded(code)]))).toBe(true);
  });
  it.each([
    "Query read timeout",
    "Connection terminated unexpectedly",
    "Connection terminated due to connection timeout",
    "timeout exceeded when trying to connect",
    "Client has encountered a connection error and is not queryable",
    "Client was closed and is not queryable",
  ])("where a fault has only the text %s", (text) => {
    expect(isDatabaseAway(new Error(text))).toBe(true);
    expect(isConnectionSpoilt(new Error(text))).toBe(true);
  });
});

it("other faults are faults", () => {
  const others = [coded("23505"), coded("42P01"), coded("P2002"), new Error("x is not a function"), null, "25006", 7];
  expect(others.filter(isDatabaseAway)).toEqual([]);
  const looped = new Error("loop") as Error & { cause: unknown };
  looped.cause = looped;
  expect(isDatabaseAway(looped)).toBe(false);
});

it("a connection that leads to a standby, or to nowhere, is spoilt; one that was only too slow is not", () => {
  expect(["25006", "57P01", "08006", "ECONNRESET"].map(coded).filter(isConnectionSpoilt)).toHaveLength(4);
  expect(["55P03", "57014", "40P01", "23505"].map(coded).filter(isConnectionSpoilt)).toEqual([]);
});

it("collisions, duplicates and what does not fit are told apart", () => {
  expect([coded("40P01"), coded("P2034"), byDriver({ kind: "TransactionWriteConflict" })].every(isCollision)).toBe(
    true,
  );
  expect([coded("P2002"), coded("23505")].every(isDuplicate)).toBe(true);
  expect([coded("22P05"), coded("22021"), byDriver({ originalCode: "22003" })].every(isUnfitValue)).toBe(true);
});

it("a service that is away is known by its name, from whichever bundle it was thrown", () => {
  const foreign = Object.assign(new Error("media is away"), { name: "ServiceAway", service: "media" });
  expect(foreign).not.toBeInstanceOf(ServiceAway);
  expect([awayService(foreign), awayService(new ServiceAway("database"))]).toEqual(["media", "database"]);
  expect(awayService(Object.assign(new Error(), { service: "media" }))).toBeNull();
});
