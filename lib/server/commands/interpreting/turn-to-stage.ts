import { type RoomId, toId } from "@/lib/domain/ids";
import { type SpokenBackFacts, type SpokenBackRefusal, speakBack } from "@/lib/domain/interpreting/spoken-back";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { ensureMediaRoom } from "@/lib/media/api";
import { mediaUrl } from "@/lib/media/media-url";
import { interpreterToken } from "@/lib/media/tokens";
import { actAsInterpreter } from "@/lib/server/acts/act-as-interpreter";
import { SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { db, type Transaction } from "@/lib/server/postgres/db";
import { SPOKEN_BACK_SQL } from "@/lib/server/queries/interpreting/turned-to-stage";
import { turnInput } from "@/lib/wire/interpreting/inputs";
import { turnedPass } from "@/lib/wire/interpreting/views";

/**
 * Turns an interpreter to the main stage, where they speak for somebody who asks in their language; their own channel falls
 * silent. They connect there beside their seat's own connection, from whatever room of the family they sit in. A browser whose
 * connection was lost asks `again`, and is refused where its person was turned back meanwhile. Throws ServiceAway("media") where LiveKit is away.
 */
export const turnToStage = defineCommand({
  who: "member",
  limit: "interpretingOfPerson",
  input: turnInput,
  output: turnedPass,
  refusals: [
    ...SCENE_REFUSALS,
    "already_on_stage",
    "microphones_locked",
    "nobody_asks",
    "not_allowed",
    "not_interpreting",
    "not_on_stage",
    "room_not_live",
  ],
  summary: "Speak on the stage for somebody who asks in my language",
  run: async (ask) => {
    const roomId = toId<RoomId>(ask.params.roomId);
    if (!roomId) return refused("not_found");
    const ruling = await actAsInterpreter(ask, async ({ tx, now, mine }): Promise<Ruling<boolean, TurnRefusal>> => {
      if (ask.input.again && !mine.toStage) return refused("not_on_stage");
      const ruled = speakBack(await factsOf(tx, mine.id));
      if (!ruled.ok) return ruled;
      if (mine.toStage) return granted(false);
      await tx.interpreter.update({ where: { id: mine.id }, data: { toStageSince: now, onAirSince: null } });
      return granted(true);
    });
    if (!ruling.ok) return ruling;
    const { capacity } = await db().room.findUniqueOrThrow({ where: { id: roomId }, select: { capacity: true } });
    await ensureMediaRoom(roomId, capacity);
    return granted({ media: { url: mediaUrl(), token: await interpreterToken(roomId, ask.caller.id) } });
  },
});

type TurnRefusal = SpokenBackRefusal | "not_on_stage";

async function factsOf(tx: Transaction, interpreterId: string): Promise<SpokenBackFacts> {
  const [facts] = await tx.$queryRawUnsafe<SpokenBackFacts[]>(
    `SELECT ${SPOKEN_BACK_SQL} FROM interpreter i JOIN room m ON m.id = i.room_id WHERE i.id = $1::uuid`,
    interpreterId,
  );
  if (!facts) throw new Error("an interpreter who is locked is not there");
  return facts;
}
