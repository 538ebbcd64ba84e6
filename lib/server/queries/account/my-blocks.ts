import type { PersonId } from "@/lib/domain/ids";
import { toId } from "@/lib/domain/ids";
import { FACE_SQL, type FaceRow, toFace } from "@/lib/server/callers/faces";
import { hotPool } from "@/lib/server/postgres/db";
import type { BlockList } from "@/lib/wire/account/views";

const PEOPLE_A_PAGE = 30;

/** Only those whom the asker blocked themselves: who blocked them is nobody's to find out. */
const BLOCKS_SQL = `
SELECT ${FACE_SQL}, b.blocked_at AS "blockedAt" FROM block b JOIN person p ON p.id = b.blocked_id
WHERE b.blocker_id = $1 AND p.given_up_at IS NULL AND ($2::timestamptz IS NULL OR (b.blocked_at, b.blocked_id) < ($2, $3::uuid))
ORDER BY b.blocked_at DESC, b.blocked_id DESC LIMIT ${PEOPLE_A_PAGE + 1}`;

type BlockedRow = FaceRow & { blockedAt: Date };

/** The people whom somebody has blocked, the last first, a page at a time. `after`: `next` of the page before. */
export async function myBlocks(caller: { id: PersonId }, after: string | null): Promise<BlockList> {
  const [at, id] = placeOf(after);
  const { rows } = await hotPool().query<BlockedRow>({
    name: "my-blocks",
    text: BLOCKS_SQL,
    values: [caller.id, at, id],
  });
  const shown = rows.slice(0, PEOPLE_A_PAGE);
  const last = shown.at(-1);
  return {
    people: shown.map(({ blockedAt, ...face }) => ({ person: toFace(face), blockedAt: blockedAt.toISOString() })),
    next: rows.length > PEOPLE_A_PAGE && last ? `${last.blockedAt.getTime()}_${last.id}` : null,
  };
}

/** What is no place of ours is the beginning. */
function placeOf(after: string | null): [at: Date | null, id: PersonId | null] {
  const [millis, text] = (after ?? "").split("_");
  const id = toId<PersonId>(text);
  const isPlace = id !== null && /^\d{1,15}$/.test(millis ?? "");
  return isPlace ? [new Date(Number(millis)), id] : [null, null];
}
