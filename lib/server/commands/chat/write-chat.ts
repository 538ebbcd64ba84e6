import { writeChat as rule, type WriteRefusal } from "@/lib/domain/chat/chat";
import { can } from "@/lib/domain/permissions";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS, type Scene } from "@/lib/server/acts/act-in-room";
import { FACE_COLUMNS, toFace } from "@/lib/server/callers/faces";
import { type WrittenMessage, writeMessage } from "@/lib/server/chat/write-message";
import { defineCommand } from "@/lib/server/http/command";
import { chatStanding } from "@/lib/server/queries/chat/chat-standing";
import { type ChatInput, chatInput } from "@/lib/wire/chat/inputs";
import type { ChatMessageView } from "@/lib/wire/chat/views";
import { chatWritten } from "@/lib/wire/chat/views";
import type { PersonFace } from "@/lib/wire/people/views";

type Written = { line: ChatMessageView };

/** Writes a message into the room's chat, or into its moderators' channel. The same `key` again writes no second message. */
export const writeChat = defineCommand({
  who: "member",
  limit: "chatMessagesOfPerson",
  input: chatInput,
  output: chatWritten,
  refusals: [
    ...SCENE_REFUSALS,
    "chat_for_followers",
    "chat_for_speakers",
    "chat_off",
    "chat_removed",
    "not_allowed",
    "too_many",
  ],
  summary: "Write a message in the room's chat or its moderators' channel",
  run: (ask) =>
    actInRoom(ask, async (scene) => {
      const before = await sentBefore(scene, ask.input);
      if (before) return granted({ value: written(await faceOf(scene), before) });
      const ruling = await judge(scene, ask.input);
      if (!ruling.ok) return ruling;
      const person = await faceOf(scene);
      const message = await writeMessage(scene.tx, scene.roomId, scene.actor.personId, ask.input);
      return granted({ value: written(person, message) });
    }),
});

/** The writer's seat is locked, so the same message cannot be on its way twice. */
async function sentBefore({ tx, roomId, actor }: Scene, { channel, key }: ChatInput): Promise<WrittenMessage | null> {
  if (!key) return null;
  const message = await tx.chatLine.findFirst({
    where: { roomId, personId: actor.personId, channel, key },
    select: { number: true, text: true, writtenAt: true },
  });
  return message && { ...message, number: Number(message.number) };
}

async function judge({ tx, roomId, actor }: Scene, { channel }: ChatInput): Promise<Ruling<null, WriteRefusal>> {
  if (channel === "moderators") return can(actor, "useModeratorsChannel") ? granted(null) : refused("not_allowed");
  const room = await tx.room.findUniqueOrThrow({
    where: { id: roomId },
    select: { chatMode: true, chatSlowSeconds: true },
  });
  return rule(actor, room, await chatStanding(roomId, actor.personId, tx));
}

/** Before the clock is taken, which others wait for. */
async function faceOf({ tx, actor }: Scene): Promise<PersonFace> {
  return toFace(await tx.person.findUniqueOrThrow({ where: { id: actor.personId }, select: FACE_COLUMNS }));
}

const written = (person: PersonFace, { number, text, writtenAt }: WrittenMessage): Written => ({
  line: { number, person, text, writtenAt: writtenAt.toISOString() },
});
