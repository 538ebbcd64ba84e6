import type { Connection } from "@/lib/client/room/connection";
import type { MicrophoneState } from "@/lib/client/room/session-state";
import type { Capture } from "@/lib/client/sound/capture-microphone";
import { Microphone } from "@/lib/client/sound/microphone";

/** An interpreter who is taken off the air stays audible for so long, so that the colleague's first words come before the last ones end. */
const OVERLAP_MS = 600;

/** An interpreter's own microphone: heard in their channel and nowhere else, and there only while they are on the air. */
export class BoothMicrophone {
  state: MicrophoneState = "none";
  device: MediaStreamTrack | null = null;
  #speaks = false;
  #ending: ReturnType<typeof setTimeout> | null = null;
  readonly #microphone: Microphone;

  readonly #onChange: () => void;

  /** `connection`: into their channel, null while there is none. `mayOpen`: they are assigned. */
  constructor(footing: { connection: () => Connection | null; mayOpen: () => boolean }, onChange: () => void) {
    this.#onChange = onChange;
    this.#microphone = new Microphone(() => ({ connection: footing.connection(), maySpeak: footing.mayOpen() }), {
      state: (state) => {
        this.state = state;
        this.#onChange();
      },
      capture: (capture: Capture | null) => {
        this.device = capture?.source ?? null;
        this.#onChange();
      },
      // What it shows says as much.
      silenced: () => {},
      otherDevice: () => {},
    });
  }

  /** Asks for the device and leaves it silent. Answers whether there is one. */
  async open(): Promise<boolean> {
    await this.#microphone.open();
    return this.device !== null;
  }

  async speak(): Promise<void> {
    this.#speaks = true;
    this.#stopEnding();
    await this.#microphone.turn(true);
  }

  async fallSilent(): Promise<void> {
    this.#speaks = false;
    this.#stopEnding();
    if (this.#microphone.isOn) await this.#microphone.turn(false);
  }

  /** Follows what was announced: somebody who is not on the air any more ends in a moment. */
  follow(onAir: boolean): void {
    if (onAir || !this.#speaks) this.#stopEnding();
    else this.#ending ??= setTimeout(() => void this.fallSilent(), OVERLAP_MS);
    void this.#microphone.settle();
  }

  /** Gives the device back. */
  close(): void {
    this.#speaks = false;
    this.#stopEnding();
    this.#microphone.close();
  }

  #stopEnding(): void {
    if (this.#ending) clearTimeout(this.#ending);
    this.#ending = null;
  }
}
