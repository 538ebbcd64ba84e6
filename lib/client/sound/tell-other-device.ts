import { roomStore } from "@/lib/client/room/room-store";

/** Says that another device is used than was chosen, or takes it back. */
export function tellOtherDevice(device: "otherMicrophone" | "otherLoudspeaker", other: boolean): void {
  const { hint } = roomStore.state();
  if (other) roomStore.tell({ type: "hint", hint: device });
  else if (hint === device) roomStore.tell({ type: "hint", hint: null });
}

/** What the room's own pool of elements finds out. */
export const TOLD_OF_SOUND = {
  blocked: (blocked: boolean): void => roomStore.tell({ type: "soundBlocked", blocked }),
  otherOutput: (other: boolean): void => tellOtherDevice("otherLoudspeaker", other),
};
