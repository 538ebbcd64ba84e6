import { describe, expect, it } from "vitest";
import {
  type ChannelFacts,
  channelRight,
  channelRoom,
  judgeInChannel,
  readChannelRoom,
} from "@/lib/domain/interpreting/channel";
import {
  assignInterpreter,
  chooseSource,
  endInterpreter,
  type Interpreting,
} from "@/lib/domain/interpreting/interpreting";

const ada = { personId: "ada", role: "host" } as const;
const dev = { personId: "dev", kind: "member", barred: false, knows: true } as const;
const room = { status: "live", mainRoomId: null } as const;
const interprets = (personId: string, language: string, source: string | null = null): Interpreting => ({
  personId,
  language,
  onAir: false,
  toStage: false,
  source,
});

describe("who is in a channel", () => {
  const nobody: ChannelFacts = {
    live: true,
    main: true,
    seatHere: false,
    seatInFamily: false,
    interprets: false,
    relays: false,
  };
  it.each([
    ["nobody without a seat", {}, null],
    ["whoever sits in the hall listens", { seatHere: true, seatInFamily: true }, "listen"],
    ["whoever sits in another hall does not", { seatInFamily: true }, null],
    ["an interpreter speaks in the main hall's, wherever they sit", { interprets: true, seatInFamily: true }, "speak"],
    ["but not without a seat", { interprets: true }, null],
    ["and nowhere else", { interprets: true, seatHere: true, seatInFamily: true, main: false }, "listen"],
    ["the relay is, everywhere", { relays: true, main: false }, "relay"],
    ["nobody once the hall is over", { live: false, relays: true, seatHere: true }, null],
  ] as const)("%s", (_, facts, right) => {
    expect(channelRight({ ...nobody, ...facts })).toBe(right);
  });

  it("a connection is put right, or put out where that cannot be done", () => {
    const hidden = { rights: { publish: false, hidden: true }, usual: true, agent: false };
    const shown = { rights: { publish: true, hidden: false }, usual: true, agent: false };
    expect(judgeInChannel(hidden, "listen")).toBe("leave");
    expect(judgeInChannel({ ...hidden, usual: false }, "listen")).toBe("apply");
    expect(judgeInChannel(hidden, "speak")).toBe("apply");
    expect(judgeInChannel(shown, "speak")).toBe("leave");
    expect(judgeInChannel(shown, "listen")).toBe("remove");
    expect(judgeInChannel(shown, null)).toBe("remove");
    expect(judgeInChannel({ ...hidden, agent: true }, "relay")).toBe("leave");
    expect(judgeInChannel(hidden, "relay")).toBe("remove");
  });

  it("its name is read as it was made, and no other room's is taken for one", () => {
    expect(readChannelRoom(channelRoom("hall", "pt-br"))).toEqual({ hallId: "hall", language: "pt-br" });
    for (const name of ["hall", "hall:", ":de", "a:b:c"]) expect(readChannelRoom(name)).toBeNull();
  });
});

describe("assigning", () => {
  it("is for who leads the main room, upon members who may know of it", () => {
    expect(assignInterpreter(ada, room, dev, "de", [])).toEqual({ ok: true, value: "assign" });
    expect(assignInterpreter({ personId: "cleo", role: "speaker" }, room, dev, "de", [])).toMatchObject({
      refusal: "not_allowed",
    });
    expect(assignInterpreter({ ...ada, scope: "overflow" }, room, dev, "de", [])).toMatchObject({
      refusal: "not_allowed",
    });
    expect(assignInterpreter(ada, { ...room, mainRoomId: "main" }, dev, "de", [])).toMatchObject({
      refusal: "not_found",
    });
    expect(assignInterpreter(ada, { ...room, status: "ended" }, dev, "de", [])).toMatchObject({
      refusal: "room_ended",
    });
    for (const nobody of [
      null,
      { ...dev, kind: "guest" } as const,
      { ...dev, barred: true },
      { ...dev, knows: false },
    ]) {
      expect(assignInterpreter(ada, room, nobody, "de", [])).toMatchObject({ refusal: "not_found" });
    }
  });

  it("has an end to it: six a language, twelve languages, and moving counts as going", () => {
    const six = Array.from({ length: 6 }, (_, n) => interprets(`p${n}`, "de"));
    expect(assignInterpreter(ada, room, dev, "de", six)).toMatchObject({ refusal: "interpreters_full" });
    expect(assignInterpreter(ada, room, dev, "fr", six)).toMatchObject({ value: "assign" });
    const twelve = Array.from({ length: 11 }, (_, n) => interprets(`p${n}`, `l${n}`)).concat(interprets("dev", "de"));
    expect(assignInterpreter(ada, room, dev, "fr", twelve)).toMatchObject({ value: "assign" });
    expect(assignInterpreter(ada, room, { ...dev, personId: "eve" }, "fr", twelve)).toMatchObject({
      refusal: "interpreters_full",
    });
    expect(assignInterpreter(ada, room, dev, "de", twelve)).toMatchObject({ value: "done" });
  });

  it("ends by who assigns or by oneself", () => {
    const mine = interprets("dev", "de");
    expect(endInterpreter(ada, "dev", mine)).toMatchObject({ value: "end" });
    expect(endInterpreter({ personId: "dev", role: "listener" }, "dev", mine)).toMatchObject({ value: "end" });
    expect(endInterpreter({ personId: "finn", role: "listener" }, "dev", mine)).toMatchObject({
      refusal: "not_allowed",
    });
    expect(endInterpreter(ada, "dev", null)).toMatchObject({ value: "done" });
  });
});

describe("a source", () => {
  const de = interprets("dev", "de");
  it("is any channel that does not come from one's own", () => {
    const all = [de, interprets("cleo", "fr", "it"), interprets("ben", "it", "de"), interprets("eve", "es")];
    expect(chooseSource(de, "es", all)).toMatchObject({ value: "choose" });
    expect(chooseSource(de, "fr", all)).toMatchObject({ facts: { reason: "circle" } });
    expect(chooseSource(de, "de", all)).toMatchObject({ facts: { reason: "circle" } });
    expect(chooseSource(de, "pl", all)).toMatchObject({ facts: { reason: "no_such_channel" } });
    expect(chooseSource(de, null, all)).toMatchObject({ value: "done" });
    expect(chooseSource({ ...de, source: "es" }, null, all)).toMatchObject({ value: "choose" });
  });

  it("ends its search where others already run in a circle", () => {
    const all = [de, interprets("cleo", "fr", "it"), interprets("ben", "it", "fr")];
    expect(chooseSource(de, "fr", all)).toMatchObject({ value: "choose" });
  });
});
