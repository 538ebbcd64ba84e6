import type { Connection } from "@/lib/client/room/connection";
import type { MicrophoneState } from "@/lib/client/room/session-state";
import { type Capture, type CaptureAnswer, captureMicrophone } from "./capture-microphone";
import { type SoundSettings, soundSettings } from "./sound-settings";

/** The settings by which a device is opened. */
const OPENING = ["inputId", "music", "noise"] as const satisfies (keyof SoundSettings)[];

/** How soon to try again where publishing failed. */
const ANEW_MS = 1_000;

/** Where the microphone belongs: a connection, and whether the seat lets one speak. */
export type Footing = { connection: Connection | null; maySpeak: boolean };

/**
 * The one microphone of the page. What is wanted (a device, on or off) is kept apart from what is published;
 * `settle` makes the second follow the first, one step at a time, so that a device is never published twice.
 */
export class Microphone {
  #capture: Capture | null = null;
  #isOn = false;
  #asking: Promise<void> | null = null;
  #settling: Promise<void> | null = null;
  #again = false;
  #settings = soundSettings.state();

  constructor(
    private readonly footing: () => Footing,
    private readonly tell: (state: MicrophoneState) => void,
    private readonly onCapture: (capture: Capture | null) => void,
  ) {
    soundSettings.watch(() => this.#followSettings());
  }

  /** Turns it on or off; asks for the device where there is none yet. */
  async turn(on: boolean): Promise<void> {
    this.#isOn = on;
    await this.open();
  }

  /** Asks for the device where there is none yet, and leaves it as it is wanted: on, where that was said meanwhile. */
  async open(): Promise<void> {
    if (!this.#capture) {
      this.#asking ??= this.#ask().finally(() => {
        this.#asking = null;
      });
      await this.#asking;
    }
    await this.settle();
  }

  /** Asks for a device ahead of the seat that it is for; call it inside the tap that leads there, and `take` or drop the answer. */
  askAhead(): Promise<CaptureAnswer> {
    return captureMicrophone(soundSettings.state());
  }

  /** Uses what was asked for ahead, on or off. Where a device is open by now, that one stays. */
  async take(ahead: Promise<CaptureAnswer>, on: boolean): Promise<void> {
    if (this.#capture || this.#asking) return dropCapture(ahead);
    this.#isOn = on;
    this.#asking = this.#ask(ahead).finally(() => {
      this.#asking = null;
    });
    await this.#asking;
    await this.settle();
  }

  get isOn(): boolean {
    return this.#capture !== null && this.#isOn;
  }

  /** What the device hears that is open or just being opened, also while it is muted; null where none is. Whoever asks stops it. */
  async listenIn(): Promise<MediaStreamTrack | null> {
    await this.#asking;
    const heard = this.#capture?.source.clone() ?? null;
    if (heard) heard.enabled = true;
    return heard;
  }

  /** Gives the device back: whoever may not speak is not listened to either. */
  close(): void {
    this.#capture?.close();
    this.#capture = null;
    this.#isOn = false;
    this.onCapture(null);
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

  /** A device that is open is opened anew where the settings say another one, or another treatment. */
  #followSettings(): void {
    const before = this.#settings;
    this.#settings = soundSettings.state();
    if (this.#settings.pushToTalk && !before.pushToTalk && this.isOn) void this.turn(false);
    if (this.#capture && OPENING.some((name) => before[name] !== this.#settings[name])) void this.#renew();
  }

  async #renew(): Promise<void> {
    const wasOn = this.#isOn;
    this.close();
    await this.turn(wasOn);
  }

  async #ask(asked = this.askAhead()): Promise<void> {
    this.tell("asking");
    const answer = await asked;
    if (!("capture" in answer)) {
      this.#isOn = false;
      return this.tell(answer.state);
    }
    if (!this.footing().maySpeak) {
      answer.capture.close();
      return this.tell("none");
    }
    this.#capture = answer.capture;
    this.#capture.source.addEventListener("ended", () => this.#lose());
    this.onCapture(this.#capture);
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
    const capture = this.#capture;
    if (!capture) return connection?.fallSilent();
    if (!maySpeak) {
      this.close();
      return connection?.fallSilent();
    }
    this.tell(this.#isOn ? "on" : "off");
    if (!connection?.maySpeak()) return;
    if (!connection.speaks(capture)) {
      await connection.fallSilent();
      await connection.speak(capture, !this.#isOn);
    }
    await connection.mute(!this.#isOn);
  }
}

/** Gives a device back that was asked for ahead and is not needed. */
export async function dropCapture(ahead: Promise<CaptureAnswer>): Promise<void> {
  const answer = await ahead;
  if ("capture" in answer) answer.capture.close();
}
