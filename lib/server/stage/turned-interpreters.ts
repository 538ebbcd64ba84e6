import type { PersonId } from "@/lib/domain/ids";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import type { LockedInterpreter } from "@/lib/server/seats/lock-interpreters";

/** What an interpreter loses who is turned back, for `holdBackEvents`: told once LiveKit has obeyed, as it stands then. */
type TurnedBack = { personId: PersonId; events: EventToWrite[] };

/** Turns interpreters back from the stage, whose rows the caller has locked. Those who are not turned to it are passed over. */
export async function turnBack(tx: Transaction, interpreters: readonly LockedInterpreter[]): Promise<TurnedBack[]> {
  const turned = interpreters.filter(({ toStage }) => toStage);
  const ids = turned.map(({ id }) => id);
  if (ids.length > 0) await tx.interpreter.updateMany({ where: { id: { in: ids } }, data: { toStageSince: null } });
  return turned.map(({ personId }) => ({ personId, events: [INTERPRETERS_CHANGED] }));
}

/** Its channels are read when it is told. */
const INTERPRETERS_CHANGED: EventToWrite = {
  audience: "everyone",
  happening: { type: "interpreters_changed", channels: [] },
};
