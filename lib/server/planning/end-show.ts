import type { PersonId, ShowId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";
import { giveUp } from "./call-off";
import { lockPlanned } from "./lock-planned";
import type { Told } from "./told";

/** `by`: null where its hosts are gone. `reason`: for all who wanted to come. */
type Ending = { by: PersonId | null; reason: string; now: Date };

/** Ends a show that the caller has locked: its episodes to come are called off. A draft, of which nobody knows, is deleted with them. */
export async function endShowNow(tx: Transaction, showId: ShowId, ending: Ending): Promise<Told[]> {
  const { publishedAt } = await tx.show.update({ where: { id: showId }, data: { endedAt: ending.now } });
  const told: Told[] = [];
  for (const episode of await lockPlanned(tx, showId)) told.push(await giveUp(tx, episode.id, ending));
  if (!publishedAt) await tx.show.delete({ where: { id: showId } });
  return told;
}
