import type { StageSignal } from "@/lib/wire/stage/stage-signal";

/** Our own relay wrote it, so its shape is trusted; null for what cannot be read. */
export function readStageSignal(payload: Uint8Array): StageSignal | null {
  try {
    return JSON.parse(new TextDecoder().decode(payload)) as StageSignal;
  } catch {
    return null;
  }
}
