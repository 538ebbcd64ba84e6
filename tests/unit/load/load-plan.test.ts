import { describe, expect, it } from "vitest";
import { isLoopback } from "@/scripts/load/loopback";
import { parsePlan } from "@/scripts/load/plan";

const ROOM = "0193f0a0-0000-7000-8000-000000000001";
const HERE = "http://localhost:3000";
const words = (text: string): string[] => text.split(" ");

function messageOf(text: string, runningAt?: string): string {
  const parsed = parsePlan(words(text), runningAt);
  return parsed.ok ? "" : parsed.message;
}

describe("the load tool's command line", () => {
  it("needs a room and a number of listeners, and takes the Plenum of this folder", () => {
    const parsed = parsePlan(words(`--room ${ROOM} --listeners 45`), HERE);
    expect(parsed).toEqual({
      ok: true,
      plan: {
        roomId: ROOM,
        listeners: 45,
        url: HERE,
        seconds: 30,
        perSecond: 5,
        processes: 2,
        tokensFile: null,
        ownServer: false,
      },
    });
  });

  it("takes the address of the room's page for the room", () => {
    const parsed = parsePlan(words(`--room ${HERE}/rooms/${ROOM}?from=mail --listeners 1`), HERE);
    expect(parsed.ok && parsed.plan.roomId).toBe(ROOM);
  });

  it("names every fault in one go", () => {
    const message = messageOf("--room lounge --listeners many --seconds 0");
    expect(message).toContain("--room is the id of a room");
    expect(message).toContain('--listeners is a whole number from 1 to 20000, not "many"');
    expect(message).toContain('--seconds is a whole number from 1 to 600, not "0"');
    expect(message).toContain("Plenum does not run in this folder");
    expect(message).not.toContain("--ramp");
  });

  it("refuses a word that it does not know, so that a slip is not a run of another kind", () => {
    expect(messageOf(`--room ${ROOM} --listener 5`, HERE)).toContain("--listener");
  });

  it("loads no other host unless its owner says so", () => {
    const elsewhere = `--room ${ROOM} --listeners 5 --url https://rooms.example.org`;
    expect(messageOf(elsewhere)).toContain("rooms.example.org is not this machine");
    expect(parsePlan(words(`${elsewhere} --yes-i-own-this-server`), undefined).ok).toBe(true);
  });

  it("takes only this machine's own names and addresses for this machine", () => {
    for (const own of [
      "http://localhost:1",
      "http://127.0.0.1:1",
      "http://127.9.9.9",
      "ws://[::1]:7880",
      "http://a.localhost",
    ]) {
      expect(isLoopback(own), own).toBe(true);
    }
    for (const other of [
      "http://localhost.example.org",
      "http://10.0.0.1",
      "http://127.0.0.1.nip.io",
      "http://[::2]",
    ]) {
      expect(isLoopback(other), other).toBe(false);
    }
  });
});
