import type { AudioPool } from "./audio-pool";

let loading: Promise<void> | null = null;

/** Languages are fetched only where somebody interprets; a fetch that failed is tried anew by the next call. */
export function loadChannels(pool: AudioPool): void {
  if (loading) return;
  loading = import("./channel/channel-session").then(
    ({ startChannels }) => startChannels((voices, floor) => pool.playOver(voices, floor)),
    () => {
      loading = null;
    },
  );
}
