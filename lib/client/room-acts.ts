import { type ApiAnswer, api, type Done } from "./api";
import type { HeldRoom } from "./held-room";
import { roomSession } from "./room-session";
import { roomStore } from "./room-store";

/** My own acts in the room I am in. What can be undone shows at once and is taken back where the server says no. */
export const roomActs = {
  async raiseHand(): Promise<Done> {
    return tryAhead((held) => withMine(held, { handRaisedAt: new Date().toISOString() }), api.raiseHand);
  },

  async lowerHand(): Promise<Done> {
    return tryAhead((held) => withMine(held, { handRaisedAt: null }), api.lowerHand);
  },

  /** To the stage; only now the microphone is asked for. One arrives muted. */
  async acceptOffer(): Promise<Done> {
    const answer = await api.acceptOffer(roomId());
    if (!answer.ok) {
      if (answer.code === "no_offer" || answer.code === "offer_expired")
        change((held) => withMine(held, { offer: null }));
      return answer;
    }
    const { seat } = answer.value;
    change((held) => withMine(held, { seat, offer: null, handRaisedAt: null }));
    await roomSession().microphone.turn(false);
    return answer;
  },

  async declineOffer(): Promise<Done> {
    return tryAhead((held) => withMine(held, { offer: null }), api.declineOffer);
  },

  /** Off the stage: silent here before the server is asked. */
  async stepDown(): Promise<Done> {
    roomSession().microphone.close();
    const answer = await api.moveToAudience(roomId(), ownId());
    if (answer.ok) change((held) => withSeat(held, { role: "listener", muted: false }));
    return answer;
  },

  /** Speaks or falls silent; a microphone that a moderator took is asked back first. Null where the server was not asked. */
  async switchMicrophone(): Promise<Done | null> {
    const { held } = roomStore.state();
    if (!held?.mine.seat?.muted) {
      await roomSession().microphone.turn(!roomSession().microphone.isOn);
      return null;
    }
    const answer = await api.unmuteSelf(roomId(), held.personId);
    if (!answer.ok) return answer;
    change((current) => withSeat(current, { muted: false }));
    await roomSession().microphone.turn(true);
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
  if (held) roomStore.tell({ type: "held", held: make(held) });
}

const roomId = (): string => roomStore.state().roomId ?? "";
const ownId = (): string => roomStore.state().held?.personId ?? "";

const withMine = (held: HeldRoom, mine: Partial<HeldRoom["mine"]>): HeldRoom => ({
  ...held,
  mine: { ...held.mine, ...mine },
});

const withSeat = (held: HeldRoom, seat: Partial<NonNullable<HeldRoom["mine"]["seat"]>>): HeldRoom =>
  held.mine.seat ? withMine(held, { seat: { ...held.mine.seat, ...seat } }) : held;
