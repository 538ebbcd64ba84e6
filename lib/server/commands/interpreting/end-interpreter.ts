import { endInterpreter as rule } from "@/lib/domain/interpreting/interpreting";
import { granted } from "@/lib/domain/ruling";
import { actInRoomOrAhead, type LeadScene } from "@/lib/server/acts/act-ahead";
import { actOnRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { takeInterpretersKey } from "@/lib/server/acts/interpreters-key";
import { takeOut } from "@/lib/server/acts/take-out";
import { defineCommand } from "@/lib/server/http/command";
import { mirrorChannels } from "@/lib/server/mirroring/mirror-channels";
import { channelsToAnnounce } from "@/lib/server/queries/interpreting/channels";
import { lockInterpreters } from "@/lib/server/seats/lock-interpreters";
import { turnBack } from "@/lib/server/stage/turned-interpreters";
import { noInput, nothing } from "@/lib/wire/fields";

/**
 * Ends somebody's assignment; an interpreter may end their own. Answered once their microphone is off the channel and the stage. Of a room
 * that is not live yet they lose the key as well, and are put out from behind its stage, unless they have another part in it.
 */
export const endInterpreter = defineCommand({
  who: "member",
  limit: "interpretingOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "End an interpreter's assignment",
  run: async (ask) => {
    // They may sit in any room of the family, or in none of it by now.
    const isOwn = ask.params.personId?.toLowerCase() === ask.caller.id;
    const ruling = await (isOwn ? actOnRoom(ask, end, LOCKS) : actInRoomOrAhead(ask, end, LOCKS));
    if (!ruling.ok) return ruling;
    const { roomId, personId, out } = ruling.value;
    if (out) await takeOut(roomId, personId, { by: ask.caller.id, reason: "left" });
    await mirrorChannels(roomId, personId, false);
    return granted(null);
  },
});

const LOCKS = { locks: "held" } as const;

type EndScene = Omit<LeadScene, "actor"> & { actor: LeadScene["actor"] | null };

async function end({ tx, roomId, now, actor, actorId, targetId: personId }: EndScene) {
  const present = (await lockInterpreters(tx, roomId)).find((one) => one.personId === personId) ?? null;
  // Nothing tells them of this room.
  if (!actor && !present) return null;
  const ruled = rule(actor ?? { personId: actorId, role: "listener" }, personId, present);
  if (!ruled.ok) return ruled;
  if (!present) return granted({ value: { roomId, personId, out: false } });
  // Whoever is heard on the stage is silent there before everybody is told.
  const losses = await turnBack(tx, [present]);
  await tx.interpreter.update({ where: { id: present.id }, data: { endedAt: now, onAirSince: null } });
  const value = { roomId, personId, out: await takeInterpretersKey(tx, roomId, personId) };
  const ended = { type: "interpreter_ended", personId, language: present.language } as const;
  const toModerators = { audience: "moderators", happening: ended } as const;
  if (losses.length > 0) return granted({ value, losses, events: [toModerators] });
  const changed = { type: "interpreters_changed", channels: await channelsToAnnounce(tx, roomId) } as const;
  return granted({ value, events: [{ audience: "everyone" as const, happening: changed }, toModerators] });
}
