import { isolated } from "@/lib/domain/text/isolated";

type Playing = { title: string; names: readonly string[]; heard: boolean };

type Controls = { hear: (on: boolean) => void; leave: () => void };

/** The room on lock screens, headsets and media keys: its title, who is on stage, play and pause, and stop to leave. */
export class SystemControls {
  #shown = "";
  readonly #controls: Controls;

  constructor(controls: Controls) {
    this.#controls = controls;
  }

  show({ title, names, heard }: Playing): void {
    const session = navigator.mediaSession;
    if (!session) return;
    if (this.#shown === "") {
      handle(session, "play", () => this.#controls.hear(true));
      handle(session, "pause", () => this.#controls.hear(false));
      handle(session, "stop", () => this.#controls.leave());
    }
    session.playbackState = heard ? "playing" : "paused";
    const shown = JSON.stringify([title, names]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    session.metadata = new MediaMetadata({ title, artist: names.map(isolated).join(", "), album: "Plenum" });
  }

  clear(): void {
    const session = navigator.mediaSession;
    if (!session || this.#shown === "") return;
    this.#shown = "";
    session.metadata = null;
    session.playbackState = "none";
    for (const action of ["play", "pause", "stop"] as const) handle(session, action, null);
  }
}

function handle(session: MediaSession, action: MediaSessionAction, run: (() => void) | null): void {
  try {
    session.setActionHandler(action, run);
  } catch {
    // A browser that does not know a key throws; the room goes on without that key.
  }
}
