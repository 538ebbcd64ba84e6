import { roomStore } from "@/lib/client/room/room-store";
import type { MicrophoneState } from "@/lib/client/room/session-state";
import { tellRoom } from "@/lib/client/room/tell-room";

/** What the room's own pool of elements finds out. */
export const TOLD_OF_SOUND = {
  blocked: (blocked: boolean): void => tellRoom({ type: "soundBlocked", blocked }),
  otherOutput: (other: boolean): void => tellOtherDevice("otherLoudspeaker", other),
};

/** What the microphone of the page finds out. */
export const TOLD_OF_MICROPHONE = {
  state: (microphone: MicrophoneState): void => tellRoom({ type: "microphone", microphone }),
  silenced: (): void => tellRoom({ type: "silenced" }),
  otherDevice: (other: boolean): void => tellOtherDevice("otherMicrophone", other),
};

/** Says that another device is used than was chosen, or takes it back. */
function tellOtherDevice(device: "otherMicrophone" | "otherLoudspeaker", other: boolean): void {
  const { hint } = roomStore.state();
  if (other) tellRoom({ type: "hint", hint: device });
  else if (hint === device) tellRoom({ type: "hint", hint: null });
}
