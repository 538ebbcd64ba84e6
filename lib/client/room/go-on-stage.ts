import type { ApiAnswer } from "@/lib/client/call";
import { type CaptureAnswer, dropCapture } from "@/lib/client/sound/capture-microphone";
import { soundSettings } from "@/lib/client/sound/sound-settings";
import { type RoomSession, roomSession } from "./room-session";
import { roomStore } from "./room-store";
import { maySpeak } from "./session-state";
import { tellRoom } from "./tell-room";

/**
 * Opens a room and goes on its stage, heard from the start; a person who talks by holding a key is silent. Call it inside the
 * tap: sound and microphone are asked for there, while `make` is under way. `isWanted`: whether they still wait for it.
 */
export async function openOnStage(
  make: () => Promise<ApiAnswer<{ room: { id: string } }>>,
  isWanted: () => boolean,
): Promise<void> {
  const session = roomSession();
  session.unlockSound();
  const ahead = session.microphone.askAhead();
  const answer = await make();
  if (!answer.ok || !isWanted()) return dropCapture(ahead);
  await enterSpeaking(session, answer.value.room.id, ahead, true);
}

/** Comes back to a stage that waits for the person: as openOnStage, but silent. */
export async function comeOnStage(roomId: string): Promise<void> {
  const session = roomSession();
  session.unlockSound();
  await enterSpeaking(session, roomId, session.microphone.askAhead(), false);
}

async function enterSpeaking(
  session: RoomSession,
  roomId: string,
  ahead: Promise<CaptureAnswer>,
  opened: boolean,
): Promise<void> {
  const entered = session.listen(roomId, undefined, opened);
  tellRoom({ type: "microphone", microphone: "asking" });
  const isThere = await entered;
  if (!isThere || !maySpeak(roomStore.state())) {
    tellRoom({ type: "microphone", microphone: "none" });
    return dropCapture(ahead);
  }
  await session.microphone.take(ahead, opened && !soundSettings.state().pushToTalk);
}
