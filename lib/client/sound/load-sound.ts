/** The media library, with all of ours that knows it. */
export type Sound = typeof import("@/lib/client/room/connection");

let loading: Promise<Sound> | null = null;

/** Fetches the media library, once; a fetch that failed (a lost network) is tried anew by the next call. */
export function loadSound(): Promise<Sound> {
  loading ??= import("@/lib/client/room/connection").catch((fault) => {
    loading = null;
    throw fault;
  });
  return loading;
}

/** Media servers whose door is open already: asked again at the tap, they would only be in its way. */
const warmed = new Set<string>();

/** For hover, focus and idle moments before somebody taps *Listen*. `mediaUrl` opens the media server's door too. */
export async function prepareSound(mediaUrl?: string): Promise<void> {
  try {
    const sound = await loadSound();
    if (!mediaUrl || warmed.has(mediaUrl)) return;
    warmed.add(mediaUrl);
    await sound.warmUp(mediaUrl);
  } catch {
    if (mediaUrl) warmed.delete(mediaUrl);
    // Only a head start was lost; the tap itself tries again and says what it meets.
  }
}
