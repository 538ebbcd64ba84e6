import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { changePortrait } from "@/lib/server/portraits/change-portrait";
import { db } from "@/lib/server/postgres/db";
import { drawPerson } from "@/lib/server/preview-card/draw-person";
import { cardFonts } from "@/lib/server/preview-card/fonts";
import { type PersonFacts, personFacts } from "@/lib/server/preview-card/person-facts";
import { personPicture } from "@/lib/server/preview-card/person-picture";
import type { PersonProfile } from "@/lib/wire/people/views";
import { addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";

const drawing = {
  portrait: ({ handle }: PersonFacts) => (handle === null ? "" : '<path d="M0 0h100v100H0z" fill="#27485c"/>'),
  words: async () => ({ followers: "", address: "" }),
};

beforeEach(emptyHouse);

describe("the picture of a profile's link", () => {
  test("is a PNG of the size that previews want, and tells a changed name at once", async () => {
    const ada = await addMember("ada");
    const first = await personPicture("ada", drawing);
    await expect(sharp(first).metadata()).resolves.toMatchObject({ format: "png", width: 1200, height: 630 });
    expect(first.equals(await personPicture("ADA", drawing))).toBe(true);
    await db().person.update({ where: { id: ada }, data: { name: "Countess" } });
    expect(first.equals(await personPicture("ada", drawing))).toBe(false);
  });

  test("shows the portrait that they uploaded, and the drawn one where it is not to be had", async () => {
    const ada = await addMember("ada");
    const red = { r: 220, g: 20, b: 20 };
    const square = await sharp({ create: { width: 512, height: 512, channels: 3, background: red } })
      .webp()
      .toBuffer();
    await changePortrait(ada, { small: square, large: square });
    const centre = async () => {
      const middle = { left: 250, top: 310, width: 1, height: 1 };
      return [
        ...(await sharp(await personPicture("ada", drawing))
          .removeAlpha()
          .extract(middle)
          .raw()
          .toBuffer()),
      ];
    };
    const [r = 0, g = 255, b = 255] = await centre();
    expect(r).toBeGreaterThan(200);
    expect(Math.max(g, b)).toBeLessThan(60);
    await db().person.update({ where: { id: ada }, data: { portraitKey: "0".repeat(32) } });
    expect((await centre())[0]).toBeLessThan(60);
  });

  test("says nothing of whoever is not there for everybody, nor whether there is anybody", async () => {
    const nothing = await personPicture("nobody_at_all", drawing);
    const [banned, gone] = [await addMember("eve"), await addMember("gone")];
    await db().person.update({ where: { id: banned }, data: { bannedAt: new Date() } });
    await db().person.update({ where: { id: gone }, data: { givenUpAt: new Date() } });
    for (const handle of ["eve", "gone", "no handle", ""])
      expect((await personPicture(handle, drawing)).equals(nothing)).toBe(true);
    await addMember("ada");
    expect((await personPicture("ada", drawing)).equals(nothing)).toBe(false);
  });
});

const factsOf = (name: string, bio = ""): PersonFacts =>
  personFacts(
    { name, bio, handle: "ada", followers: 0, portraitSeed: 1, portrait: null, isNew: false } as PersonProfile,
    cardFonts(),
  );

/** The handle below it is greyer. */
const INK = 60;

/** Where the name's ink stands in the column of texts, from its start to its end, in 1,200ths; null where there is none. */
async function inkOf(facts: PersonFacts): Promise<{ from: number; to: number } | null> {
  const picture = await drawPerson(facts, "", { followers: "", address: "" });
  const area = { left: 500, top: 120, width: 628, height: 170 };
  const { data, info } = await sharp(picture).extract(area).greyscale().raw().toBuffer({ resolveWithObject: true });
  const columns = Array.from({ length: info.width }, (_, x) => x).filter((x) =>
    Array.from({ length: info.height }, (_, y) => data[y * info.width + x] ?? 255).some((value) => value < INK),
  );
  return columns.length === 0 ? null : { from: columns[0] ?? 0, to: columns.at(-1) ?? 0 };
}

describe("names of all scripts", () => {
  test.each(["Ada Krüger", "Ада Крюгер", "Άντα", "Đặng Thị Ngọc"])("%s begins at the left", async (name) => {
    expect(factsOf(name).name).toBe(name.normalize("NFC"));
    const ink = await inkOf(factsOf(name));
    expect(ink?.from).toBeLessThan(12);
    expect(ink?.to).toBeGreaterThan(80);
  });

  test.each(["آدا كروغر", "עדה קריגר"])("%s begins at the right", async (name) => {
    expect(factsOf(name).name).toBe(name);
    const ink = await inkOf(factsOf(name));
    expect(ink?.to).toBeGreaterThan(610);
    expect(ink?.from).toBeGreaterThan(80);
  });

  test("pictures are left out, and a name that no font has gives way to the handle: no letter turns into a box", async () => {
    expect(factsOf("Ada 🚂🇩🇪 Krüger 👩‍👩‍👧").name).toBe("Ada Krüger");
    const japanese = factsOf("夜野 列車");
    expect(japanese).toMatchObject({ name: null, handle: "ada" });
    expect(await inkOf(japanese)).toEqual(await inkOf(factsOf("@ada")));
  });

  test("what they say of themselves is its first line, where it can be drawn", () => {
    expect(factsOf("Ada", "Trains 🚂 at night.\nAnd more.").bio).toBe("Trains at night.");
    expect(factsOf("Ada", "夜行列車\nTrains").bio).toBe("");
  });

  test("what reads like markup is text", async () => {
    const facts = factsOf("<b>&\"'</b>", "</span><svg>");
    await expect(drawPerson(facts, "", { followers: "<i>", address: "" })).resolves.toBeInstanceOf(Buffer);
  });
});
