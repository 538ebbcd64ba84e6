import type { AudioPool } from "@/lib/client/sound/audio-pool";

let begun = false;

/** Languages are fetched only where somebody interprets; a fetch that failed is tried anew by the next call. */
export async function loadChannels(pool: AudioPool): Promise<void> {
  if (begun) return;
  begun = true;
  try {
    const { startChannels } = await import("./channel-session");
    startChannels((voices, floor) => pool.playOver(voices, floor));
  } catch {
    begun = false;
  }
}
