import { randomBytes } from "node:crypto";
import type { PersonId } from "@/lib/domain/ids";
import { PORTRAIT_SIZES, type PortraitSize } from "@/lib/domain/portraits/portrait";
import { hotPool } from "@/lib/server/postgres/db";
import { portraitStore } from "./choose-store";

const SIZES = Object.keys(PORTRAIT_SIZES) as PortraitSize[];

/** What a portrait of that key and size is called in the store. */
export const portraitName = (key: string, size: PortraitSize): string => `${key}-${PORTRAIT_SIZES[size]}.webp`;

/** Locks the row, so that of two changes at once each takes away what the other put there. */
const CHANGE_SQL = `
UPDATE person p SET portrait_key = $2 FROM (SELECT id, portrait_key FROM person WHERE id = $1 FOR UPDATE) before
WHERE p.id = before.id RETURNING before.portrait_key AS "keyBefore"`;

/**
 * Gives a person the portrait, none where it is null, and takes the one before out of the store. A new key each time: what
 * lies at an address never changes. The picture is there before anybody is told of it.
 */
export async function changePortrait(personId: PersonId, portrait: Record<PortraitSize, Buffer> | null): Promise<void> {
  const store = portraitStore();
  const key = portrait && randomBytes(16).toString("hex");
  if (portrait && key) await Promise.all(SIZES.map((size) => store.put(portraitName(key, size), portrait[size])));
  const { rows } = await hotPool().query<{ keyBefore: string | null }>(CHANGE_SQL, [personId, key]);
  const gone = rows[0] ? rows[0].keyBefore : key;
  if (gone) await Promise.all(SIZES.map((size) => store.delete(portraitName(gone, size))));
}
