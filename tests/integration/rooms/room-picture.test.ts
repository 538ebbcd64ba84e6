import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/server/postgres/db";
import { type CardFacts, cardFacts } from "@/lib/server/preview-card/card-facts";
import { drawCard } from "@/lib/server/preview-card/draw-card";
import { cardFonts } from "@/lib/server/preview-card/fonts";
import { roomPicture } from "@/lib/server/preview-card/room-picture";
import type { RoomView } from "@/lib/wire/rooms/views";

const drawing = {
  hall: () => ({ dots: [], lights: [] }),
  words: async (facts: CardFacts) => ({ status: facts.status ?? "", stage: facts.names.join(), address: "" }),
};

let adaId: string;

beforeEach(async () => {
  await db().person.deleteMany();
  const ada = await db().person.create({ data: { kind: "member", handle: "ada", name: "Ada", portraitSeed: 1 } });
  adaId = ada.id;
});

const roomOf = async (fields: object): Promise<string> => {
  const room = { title: "Night trains", language: "en", capacity: 10, createdById: adaId, clock: { create: {} } };
  return (await db().room.create({ data: { ...room, ...fields } })).id;
};

describe("the picture of a room's link", () => {
  test("is a PNG of the size that previews want, and another one for another title", async () => {
    const [one, other] = [await roomOf({}), await roomOf({ title: "Day trains" })];
    const [first, second] = [await roomPicture(one, drawing), await roomPicture(other, drawing)];
    await expect(sharp(first).metadata()).resolves.toMatchObject({ format: "png", width: 1200, height: 630 });
    expect(first.equals(second)).toBe(false);
    expect(first.equals(await roomPicture(one, drawing))).toBe(true);
  });

  test("tells of no room that not everybody may know of, nor whether there is one", async () => {
    const nothing = await roomPicture("01900000-0000-7000-8000-000000000000", drawing);
    for (const kind of ["closed", "social"]) {
      expect((await roomPicture(await roomOf({ kind }), drawing)).equals(nothing)).toBe(true);
    }
    expect((await roomPicture("no id", drawing)).equals(nothing)).toBe(true);
    expect((await roomPicture(await roomOf({}), drawing)).equals(nothing)).toBe(false);
  });

  test("says nothing more once an open room is closed", async () => {
    const id = await roomOf({});
    const open = await roomPicture(id, drawing);
    await db().room.update({ where: { id }, data: { kind: "closed" } });
    await db().roomClock.update({ where: { roomId: id }, data: { version: { increment: 1 } } });
    await expect.poll(async () => (await roomPicture(id, drawing)).equals(open), { timeout: 5_000 }).toBe(false);
  });

  test("is drawn for everybody who asks at once, whatever waits", async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, (_, room) => roomOf({ title: `Room ${room}` })));
    const pictures = await Promise.all(ids.map((id) => roomPicture(id, drawing)));
    for (const picture of pictures) await expect(sharp(picture).metadata()).resolves.toMatchObject({ width: 1200 });
  });
});

describe("no letter turns into a box", () => {
  const factsOf = (title: string, name = "Ada"): CardFacts => {
    const room = { title, kind: "open", status: "live", capacity: 10, scheduledFor: null };
    return cardFacts({ room, stage: [{ name }], audienceCount: 0, main: null } as unknown as RoomView, cardFonts());
  };

  test.each([
    "Nachtzüge durch Łódź — „Ünïcödé“",
    "Ночные поезда",
    "Νυχτερινά τρένα",
    "Tàu đêm xuyên châu Âu",
    "قطارات الليل في أوروبا",
    "قطارهای شب می\u200cروند",
    "רכבות לילה",
    "रात की रेलगाड़ियाँ",
    "รถไฟกลางคืน",
  ])("%s is drawn as it is", async (title) => {
    const facts = factsOf(title);
    expect(facts.title).toBe(title.normalize("NFC"));
    const words = { status: "Live", stage: title, address: "" };
    const [drawn, empty] = [
      await drawCard(facts, drawing.hall(), words),
      await drawCard(facts, drawing.hall(), { ...words, stage: "" }),
    ];
    expect(drawn.equals(empty)).toBe(false);
  });

  test("pictures are left out, and what no font has leaves the title to the preview's own text", () => {
    expect(factsOf("Trains 🚂🇩🇪 at night 👩‍👩‍👧").title).toBe("Trains at night");
    expect(factsOf("🚂").title).toBeNull();
    expect(factsOf("夜行列車").title).toBeNull();
    expect(factsOf("Trains 한국").title).toBeNull();
    expect(factsOf("Trains", "李小龍")).toMatchObject({ names: [], more: 1 });
  });

  test("what reads like markup is text", async () => {
    const words = { status: "<b>&amp;</b>", stage: "\"'<span>", address: "" };
    await expect(drawCard(factsOf("<i>&"), drawing.hall(), words)).resolves.toBeInstanceOf(Buffer);
  });
});
