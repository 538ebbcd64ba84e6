import { randomBytes } from "node:crypto";
import type { PersonId, ShowId } from "@/lib/domain/ids";
import { PORTRAIT_SIZES, type PortraitSize } from "@/lib/domain/portraits/portrait";
import { hotPool } from "@/lib/server/postgres/db";
import { portraitStore } from "./choose-store";

const SIZES = Object.keys(PORTRAIT_SIZES) as PortraitSize[];

/** What a portrait of that key and size is called in the store. */
export const portraitName = (key: string, size: PortraitSize): string => `${key}-${PORTRAIT_SIZES[size]}.webp`;

/** Locks the row, so that of two changes at once each takes away what the other put there. */
const changeSql = (table: "person" | "show", column: "portrait_key" | "picture_key"): string => `
UPDATE ${table} t SET ${column} = $2 FROM (SELECT id, ${column} AS key FROM ${table} WHERE id = $1 FOR UPDATE) before
WHERE t.id = before.id RETURNING before.key AS "keyBefore"`;

type Picture = Record<PortraitSize, Buffer> | null;

/** Gives a person the portrait, none where it is null, and takes the one before out of the store. */
export const changePortrait = (personId: PersonId, portrait: Picture): Promise<void> =>
  changePicture(changeSql("person", "portrait_key"), personId, portrait);

/** The same for the picture of a show. */
export const changeShowPicture = (showId: ShowId, picture: Picture): Promise<void> =>
  changePicture(changeSql("show", "picture_key"), showId, picture);

/** A new key each time: what lies at an address never changes. The picture is there before anybody is told of it. */
async function changePicture(sql: string, id: string, picture: Picture): Promise<void> {
  const store = portraitStore();
  const key = picture && randomBytes(16).toString("hex");
  if (picture && key) await Promise.all(SIZES.map((size) => store.put(portraitName(key, size), picture[size])));
  const { rows } = await hotPool().query<{ keyBefore: string | null }>(sql, [id, key]);
  const gone = rows[0] ? rows[0].keyBefore : key;
  if (gone) await Promise.all(SIZES.map((size) => store.delete(portraitName(gone, size))));
}
