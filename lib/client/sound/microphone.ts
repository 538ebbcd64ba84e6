import type { Connection } from "@/lib/client/room/connection";
import { OUT_OF_TOUCH_MS } from "@/lib/client/room/contact";
import type { MicrophoneState } from "@/lib/client/room/session-state";
import {
  type Capture,
  type CaptureAnswer,
  captureMicrophone,
  dropCapture,
  isOpenedOtherwise,
  isSilenced,
  readCapture,
} from "./capture-microphone";
import { compareMicrophone, type MicrophoneReading } from "./compare";
import { deviceList, idsOf, systemChoice } from "./devices";
import { DevicesThen } from "./devices-then";
import { followMicrophonePermission, microphonePermission, noteMicrophoneGiven } from "./microphone-permission";
import { Settling } from "./settling";
import { soundSettings } from "./sound-settings";
import { type DeviceWatcher, watchDevice } from "./watch-device";

/** Where the microphone belongs: a connection, and whether the seat lets the person speak. */
export type SpeakingPlace = { connection: Connection | null; maySpeak: boolean };

/** `silenced`: it was on, was gone for long, and is off now. `otherDevice`: whether another device than the chosen one is used. */
type Told = {
  state: (state: MicrophoneState) => void;
  capture: (capture: Capture | null) => void;
  silenced: () => void;
  otherDevice: (other: boolean) => void;
};

/** A device that is wanted and not there, by the wall's clock, which runs on while a laptop sleeps. */
type Lacking = { since: number; why: "refused" | "missing" };

/**
 * The one microphone of the page. What is wanted (a device, on or off) is kept apart from what is published;
 * `settle` makes the second follow the first, one step at a time, so that a device is never published twice. What the system
 * does to the device meanwhile is checked twice a second, and undone or reported.
 */
export class Microphone {
  #capture: Capture | null = null;
  #isOn = false;
  #lacking: Lacking | null = null;
  #asking: Promise<void> | null = null;
  #settings = soundSettings.state();
  #shown: MicrophoneState = "none";
  readonly #settling = new Settling(() => this.#settleOnce());
  readonly #devicesThen = new DevicesThen();
  readonly #watcher: DeviceWatcher = { look: (news) => this.#look(news) };
  readonly #place: () => SpeakingPlace;
  readonly #told: Told;

  constructor(place: () => SpeakingPlace, told: Told) {
    this.#place = place;
    this.#told = told;
    soundSettings.watch(() => this.#followSettings());
  }

  /** Turns it on or off; asks for the device where there is none yet, but not for one that was lost only to turn it off. */
  async turn(on: boolean): Promise<void> {
    this.#isOn = on;
    // A person who turns it on knows that they are heard, however long it was gone.
    if (on && this.#lacking) this.#lacking.since = Date.now();
    // Nobody asks for a device in order not to be heard.
    if (!on && this.#lacking) return;
    await this.open();
  }

  /** Asks for the device where there is none yet, and leaves it as it is wanted: on, where that was said meanwhile. */
  async open(): Promise<void> {
    // One that the system silences may be given anew.
    if (this.#capture && this.#isOn && isSilenced(this.#capture)) this.#drop();
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

  /** Whether the person is heard, or would be if the device were there. */
  get isOn(): boolean {
    return (this.#capture !== null || this.#lacking !== null) && this.#isOn;
  }

  /** Answers what the open device hears, also while it is muted, or null where none is open. The caller stops the track. */
  async listenIn(): Promise<MediaStreamTrack | null> {
    await this.#asking;
    const heard = this.#capture?.source.clone() ?? null;
    if (heard) heard.enabled = true;
    return heard;
  }

  /** Gives the device back: a page that may not speak does not listen either. */
  close(): void {
    this.#drop();
    this.#isOn = false;
    this.#lacking = null;
    watchDevice.leave(this.#watcher);
    this.#told.otherDevice(false);
    this.#told.state("none");
  }

  /** Brings what is published in line with what is wanted and allowed. Call it whenever either may have changed. */
  settle(): Promise<void> {
    return this.#settling.run();
  }

  /** A device that is open is opened anew where the settings say another one, or another treatment. */
  #followSettings(): void {
    const before = this.#settings;
    this.#settings = soundSettings.state();
    if (this.#settings.pushToTalk && !before.pushToTalk && this.isOn) void this.turn(false);
    if (this.#capture && isOpenedOtherwise(before, this.#settings)) void this.#renew();
  }

  async #renew(): Promise<void> {
    this.#lacking ??= { since: Date.now(), why: "missing" };
    this.#drop();
    await this.open();
  }

  #drop(): void {
    this.#capture?.close();
    if (this.#capture) this.#told.capture(null);
    this.#capture = null;
  }

  async #ask(asked = this.askAhead()): Promise<void> {
    this.#told.state("asking");
    void followMicrophonePermission();
    const answer = await asked;
    this.#devicesThen.note("capture" in answer ? answer.capture.inputId : soundSettings.state().inputId);
    if (!("capture" in answer)) return this.#goWithout(answer.state);
    if (!this.#place().maySpeak) {
      answer.capture.close();
      return this.close();
    }
    this.#take(answer.capture);
  }

  #take(capture: Capture): void {
    this.#capture = capture;
    noteMicrophoneGiven();
    const wasLong = this.#lacking !== null && Date.now() - this.#lacking.since >= OUT_OF_TOUCH_MS;
    this.#lacking = null;
    if (wasLong && this.#isOn) {
      this.#isOn = false;
      this.#told.silenced();
    }
    for (const event of ["ended", "mute", "unmute"]) capture.source.addEventListener(event, () => this.#look(true));
    watchDevice.join(this.#watcher);
    this.#told.capture(capture);
    const { inputId } = soundSettings.state();
    this.#told.otherDevice(inputId !== null && capture.inputId === null);
  }

  /** No device can be opened. A microphone that was on is on again if the device is back soon. */
  #goWithout(state: "refused" | "missing" | "insecure"): void {
    if (!this.#lacking) this.#isOn = false;
    if (state !== "insecure") this.#lacking = { since: this.#lacking?.since ?? Date.now(), why: state };
    watchDevice.join(this.#watcher);
    this.#told.state(state);
  }

  /** `news`: something may be there that was not. */
  #look(news: boolean): void {
    if (this.#asking) return;
    const { step, shown } = compareMicrophone(this.#read(news));
    if (step === "renew") return void this.#renew();
    if (step === "lose") this.#lose();
    if (this.#settling.isRunning || !this.#capture) return;
    if (shown !== this.#shown || this.#isOutOfLine(this.#capture)) void this.settle();
  }

  #read(news: boolean): MicrophoneReading {
    const { inputs } = deviceList.state();
    const capture = this.#capture;
    const haveChanged = this.#devicesThen.haveChanged();
    const open = capture && {
      ...readCapture(capture),
      systemThen: this.#devicesThen.system,
      systemNow: systemChoice(inputs, capture.inputId),
    };
    return {
      wanted: { on: this.#isOn, inputId: soundSettings.state().inputId },
      open,
      lacking: this.#lacking?.why ?? null,
      permission: microphonePermission(),
      plugged: idsOf(inputs),
      news: open ? haveChanged : news || haveChanged,
    };
  }

  /** Whether the published state differs from the wanted one, for whatever reason. */
  #isOutOfLine(capture: Capture): boolean {
    const { connection } = this.#place();
    const isWell = connection?.speaks(capture) && capture.sent.enabled === (this.#shown === "on");
    return connection?.maySpeak() === true && !isWell;
  }

  /** The permission was taken away. */
  #lose(): void {
    this.#lacking = { since: Date.now(), why: "refused" };
    this.#drop();
    this.#told.state("refused");
    void this.settle();
  }

  /** Fails where the connection breaks or the right is taken in between. */
  async #settleOnce(): Promise<void> {
    const { connection, maySpeak } = this.#place();
    const capture = this.#capture;
    if (!maySpeak && (capture || this.#lacking)) this.close();
    if (!capture || !maySpeak) return connection?.fallSilent();
    const { shown } = compareMicrophone(this.#read(false));
    if (shown) this.#show(shown);
    if (!connection?.maySpeak()) return;
    if (!connection.speaks(capture)) {
      await connection.fallSilent();
      await connection.speak(capture, this.#shown !== "on");
    }
    const isHeard = this.#shown === "on";
    await connection.mute(!isHeard);
    capture.sent.enabled = isHeard;
  }

  #show(shown: MicrophoneState): void {
    this.#shown = shown;
    this.#told.state(shown);
  }
}
