import { api } from "@/lib/client/api";
import type { ApiAnswer, Done } from "@/lib/client/call";
import { familyApi } from "@/lib/client/family/family-api";
import { channelStore } from "@/lib/client/interpreting/channel-store";
import { recordingApi } from "@/lib/client/recording/recording-api";
import { soundSettings } from "@/lib/client/sound/sound-settings";
import { isLeader } from "@/lib/domain/roles";
import type { HeldRoom } from "./held-room";
import { mayPass } from "./obstacles";
import { roomSession } from "./room-session";
import { roomStore } from "./room-store";
import { tellRoom } from "./tell-room";

/** My own acts in the room I am in. What can be undone shows at once and is taken back where the server says no. */
export const roomActs = {
  async raiseHand(question?: string): Promise<Done> {
    return tryAhead(
      (held) => withMine(held, { handRaisedAt: new Date().toISOString(), handQuestion: question ?? "" }),
      (room) => api.raiseHand(room, heardLanguage(), question),
    );
  },

  async lowerHand(): Promise<Done> {
    return tryAhead(
      (held) => withMine(held, { handRaisedAt: null, handQuestion: "", handParked: false }),
      api.lowerHand,
    );
  },

  /** Of a hand that is up; it keeps its place. */
  async askQuestion(question: string): Promise<Done> {
    return tryAhead(
      (held) => withMine(held, { handQuestion: question }),
      (room) => api.raiseHand(room, heardLanguage(), question),
    );
  },

  /** To the stage, which may be another room's; only now the microphone is asked for. The person arrives muted. */
  async acceptOffer(): Promise<Done> {
    const answer = await api.acceptOffer(roomId());
    if (!answer.ok) {
      if (answer.code === "no_offer" || answer.code === "offer_expired")
        change((held) => withMine(held, { offer: null, standingOffer: false }));
      return answer;
    }
    const { seat } = answer.value;
    const elsewhere = seat.roomId !== roomId();
    const answered = { offer: null, standingOffer: false, handRaisedAt: null };
    change((held) => withMine(held, elsewhere ? answered : { ...answered, seat }));
    if (elsewhere) await roomSession().moveTo(seat.roomId);
    await roomSession().microphone.open();
    return answer;
  },

  /** Somebody whom I have just blocked. Whether it puts one of us out of the room, the server says; who leads it looks after everybody. */
  keepApart(personId: string): void {
    change((held) =>
      held.mine.seat && isLeader(held.mine.seat.role)
        ? held
        : withMine(held, { apart: [...held.mine.apart, personId] }),
    );
  },

  async declineOffer(): Promise<Done> {
    return tryAhead((held) => withMine(held, { offer: null }), api.declineOffer);
  },

  /** Whether I may be recorded, as I say it now. */
  async answerRecording(agrees: boolean): Promise<Done> {
    return tryAhead(
      (held) => withMine(held, { agreesToRecording: agrees }),
      (room) => recordingApi.answerRecording(room, agrees),
    );
  },

  /** Into the hall where a seat is kept for me. */
  async takeOfferedSeat(): Promise<Done> {
    const answer = await familyApi.takeOfferedSeat(roomId());
    if (answer.ok) await roomSession().moveTo(answer.value.roomId);
    else if (!mayPass(answer.code)) change((held) => withMine(held, { seatOffer: null }));
    return answer;
  },

  async declineSeatOffer(): Promise<Done> {
    return tryAhead((held) => withMine(held, { seatOffer: null }), familyApi.declineSeatOffer);
  },

  /** Off the stage: silent here before the server is asked. */
  async stepDown(): Promise<Done> {
    roomSession().microphone.close();
    const answer = await api.moveToAudience(roomId(), ownId());
    if (answer.ok) change((held) => withSeat(held, { role: "listener", muted: false }));
    return answer;
  },

  /** Hears nothing of the room, or hears it again; the seat and the microphone stay as they are. */
  muteRoom(muted: boolean): void {
    tellRoom({ type: "roomMuted", muted });
  },

  /**
   * Speaks or falls silent; a microphone that a moderator took is asked back first. A person who talks by holding a key only
   * has it ready. Null where the server was not asked.
   */
  async switchMicrophone(): Promise<Done | null> {
    const { held } = roomStore.state();
    const { microphone } = roomSession();
    const { pushToTalk } = soundSettings.state();
    if (!held?.mine.seat?.muted) {
      // What the page shows is what was pressed: one that the system silenced is tried again, not switched off.
      await microphone.turn(!pushToTalk && roomStore.state().microphone !== "on");
      if (pushToTalk) {
        await microphone.open();
        tellRoom({ type: "noticed" });
      }
      return null;
    }
    const answer = await api.unmuteSelf(roomId(), held.personId);
    if (!answer.ok) return answer;
    change((current) => withSeat(current, { muted: false }));
    await microphone.turn(!pushToTalk);
    return answer;
  },
};

async function tryAhead(
  ahead: (held: HeldRoom) => HeldRoom,
  act: (roomId: string) => Promise<ApiAnswer<unknown>>,
): Promise<Done> {
  const before = roomStore.state().held?.mine;
  change(ahead);
  const answer = await act(roomId());
  if (!answer.ok && before) change((held) => withMine(held, before));
  return answer;
}

function change(make: (held: HeldRoom) => HeldRoom): void {
  const { held } = roomStore.state();
  if (held) tellRoom({ type: "held", held: make(held) });
}

const roomId = (): string => roomStore.state().roomId ?? "";
/** Whoever hears the evening in a language asks in it. */
const heardLanguage = (): string | null => channelStore.state().language;
const ownId = (): string => roomStore.state().held?.personId ?? "";

const withMine = (held: HeldRoom, mine: Partial<HeldRoom["mine"]>): HeldRoom => ({
  ...held,
  mine: { ...held.mine, ...mine },
});

const withSeat = (held: HeldRoom, seat: Partial<NonNullable<HeldRoom["mine"]["seat"]>>): HeldRoom =>
  held.mine.seat ? withMine(held, { seat: { ...held.mine.seat, ...seat } }) : held;
