import { type ApiAnswer, call } from "@/lib/client/call";
import type { RoomFields } from "@/lib/wire/rooms/inputs";
import { leavesNobodyInCharge } from "./leaves-nobody-in-charge";
import { roomStore } from "./room-store";
import { isInside } from "./session-state";

type Opened = { room: { id: string } };

/** Fetched while the form is filled in, so that the tap finds it there. */
export const prepareToOpen = () => import("./go-on-stage");

/**
 * Makes a room and goes on its stage, in one tap: microphone and sound are asked for at once, since browsers want that
 * inside the tap. Answers as soon as the room is made, while the seat is on its way. A person who alone leads another
 * room with people in it is refused `hand_over_first` before anything is made: the door would keep them there.
 * `isWanted`: whether they still wait; a room whose maker went on elsewhere is not entered, and ends by being empty.
 */
export async function openRoom(fields: RoomFields, isWanted: () => boolean): Promise<ApiAnswer<Opened>> {
  if (leadsElsewhereAlone()) return { ok: false, code: "hand_over_first", facts: {} };
  const createRoom = (): Promise<ApiAnswer<Opened>> => call("POST /api/rooms", { input: fields });
  // The form would be refused, and nobody wants to be asked for a microphone for that.
  if (fields.title.trim() === "") return createRoom();
  const stage = await prepareToOpen().catch(() => null);
  // The network is just gone: where the room is made all the same, its page leads in by a tap of its own.
  if (!stage) return createRoom();
  return new Promise((resolve) => {
    const makeAndTell = async (): Promise<ApiAnswer<Opened>> => {
      const answer = await createRoom();
      resolve(answer);
      return answer;
    };
    void stage.openOnStage(makeAndTell, isWanted);
  });
}

function leadsElsewhereAlone(): boolean {
  const { phase, held } = roomStore.state();
  const seat = held?.mine.seat;
  return isInside(phase) && !!seat && leavesNobodyInCharge(held.view, seat);
}
