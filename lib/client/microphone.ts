import { captureMicrophone } from "./capture-microphone";
import type { Connection } from "./connection";
import type { MicrophoneState } from "./session-state";

/** How soon to try again where publishing failed. */
const ANEW_MS = 1_000;

/** Where the microphone belongs: a connection, and whether the seat lets one speak. */
export type Footing = { connection: Connection | null; maySpeak: boolean };

/**
 * The one microphone of the page. What is wanted (a device, on or off) is kept apart from what is published;
 * `settle` makes the second follow the first, one step at a time, so that a device is never published twice.
 */
export class Microphone {
  #device: MediaStreamTrack | null = null;
  #isOn = false;
  #asking: Promise<void> | null = null;
  #settling: Promise<void> | null = null;
  #again = false;

  constructor(
    private readonly footing: () => Footing,
    private readonly tell: (state: MicrophoneState) => void,
    private readonly onDevice: (device: MediaStreamTrack | null) => void,
  ) {}

  /** Turns it on or off; asks for the device where there is none yet. */
  async turn(on: boolean): Promise<void> {
    this.#isOn = on;
    if (!this.#device) {
      this.#asking ??= this.#ask().finally(() => {
        this.#asking = null;
      });
      await this.#asking;
    }
    await this.settle();
  }

  get isOn(): boolean {
    return this.#device !== null && this.#isOn;
  }

  /** Gives the device back: whoever may not speak is not listened to either. */
  close(): void {
    this.#device?.stop();
    this.#device = null;
    this.#isOn = false;
    this.onDevice(null);
    this.tell("none");
  }

  /** Brings what is published in line with what is wanted and allowed. Call it whenever either may have changed. */
  settle(): Promise<void> {
    this.#again = true;
    this.#settling ??= this.#settleAll().finally(() => {
      this.#settling = null;
    });
    return this.#settling;
  }

  async #ask(): Promise<void> {
    this.tell("asking");
    const answer = await captureMicrophone();
    if (!("device" in answer)) {
      this.#isOn = false;
      return this.tell(answer.state);
    }
    if (!this.footing().maySpeak) {
      answer.device.stop();
      return this.tell("none");
    }
    this.#device = answer.device;
    this.#device.addEventListener("ended", () => this.#lose());
    this.onDevice(this.#device);
  }

  /** Unplugged, or taken by the system. */
  #lose(): void {
    this.close();
    this.tell("missing");
    void this.settle();
  }

  async #settleAll(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      try {
        await this.#settleOnce();
      } catch {
        // The connection broke or the right was taken in between. Either's next change comes back here, and so does time.
        setTimeout(() => void this.settle(), ANEW_MS);
      }
    }
  }

  async #settleOnce(): Promise<void> {
    const { connection, maySpeak } = this.footing();
    const device = this.#device;
    if (!device) return connection?.fallSilent();
    if (!maySpeak) {
      this.close();
      return connection?.fallSilent();
    }
    this.tell(this.#isOn ? "on" : "off");
    if (!connection?.maySpeak()) return;
    if (!connection.speaks(device)) {
      await connection.fallSilent();
      await connection.speak(device, !this.#isOn);
    }
    await connection.mute(!this.#isOn);
  }
}
