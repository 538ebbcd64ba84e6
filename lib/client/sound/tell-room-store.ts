import { roomStore } from "@/lib/client/room/room-store";
import type { MicrophoneState } from "@/lib/client/room/session-state";

/** What the room's own pool of elements finds out. */
export const TOLD_OF_SOUND = {
  blocked: (blocked: boolean): void => roomStore.tell({ type: "soundBlocked", blocked }),
  otherOutput: (other: boolean): void => tellOtherDevice("otherLoudspeaker", other),
};

/** What the microphone of the page finds out. */
export const TOLD_OF_MICROPHONE = {
  state: (microphone: MicrophoneState): void => roomStore.tell({ type: "microphone", microphone }),
  silenced: (): void => roomStore.tell({ type: "silenced" }),
  otherDevice: (other: boolean): void => tellOtherDevice("otherMicrophone", other),
};

/** Says that another device is used than was chosen, or takes it back. */
function tellOtherDevice(device: "otherMicrophone" | "otherLoudspeaker", other: boolean): void {
  const { hint } = roomStore.state();
  if (other) roomStore.tell({ type: "hint", hint: device });
  else if (hint === device) roomStore.tell({ type: "hint", hint: null });
}
