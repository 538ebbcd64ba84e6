import type { Permission } from "./compare";
import { watchDevice } from "./watch-device";

let status: PermissionStatus | null = null;
let asked = false;
let wasGranted = false;

/** Begins to follow whether this page may have a microphone. Browsers that cannot say leave it unknown. */
export async function followMicrophonePermission(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    status = await navigator.permissions.query({ name: "microphone" });
    status.addEventListener("change", watchDevice.news);
  } catch {
    // Then the device's own end tells.
  }
}

/** A microphone is open: a permission that is missing from now on was taken away. */
export function noteMicrophoneGiven(): void {
  wasGranted = status?.state === "granted";
}

/** Some browsers say `prompt` for a permission that holds for this visit alone, so `prompt` means nothing before `granted` was seen. */
export function microphonePermission(): Permission {
  const state = status?.state;
  if (state === "granted") {
    wasGranted = true;
    return "granted";
  }
  if (state === "denied") return "denied";
  return state === "prompt" && wasGranted ? "taken" : "unknown";
}
