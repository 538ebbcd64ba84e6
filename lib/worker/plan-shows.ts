import type { ShowId } from "@/lib/domain/ids";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { planAhead } from "@/lib/server/planning/plan-ahead";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { log } from "@/lib/server/postgres/log";

/** So that of each show that goes on the next episodes are rooms. One that fails holds up no other. */
export async function planShows(now: Date): Promise<void> {
  const where = { endedAt: null, rule: { not: null } };
  const recurring = await db().show.findMany({ where, select: { id: true } });
  for (const { id } of recurring) {
    try {
      ringHallway(await planOne(id as ShowId, now));
    } catch (fault) {
      log().warn({ err: fault, show: id }, "show not planned ahead");
    }
  }
}

const planOne = (showId: ShowId, now: Date) =>
  inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM show WHERE id = ${showId}::uuid FOR UPDATE`;
    return planAhead(tx, showId, now);
  });
