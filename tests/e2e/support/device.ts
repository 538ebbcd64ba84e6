import type { BrowserContext, Page } from "@playwright/test";

type Plugged = { kind: MediaDeviceKind; deviceId: string; label: string };

/** What a test may do to a page's sound as a system would, past the page. */
type Device = {
  tracks: MediaStreamTrack[];
  contexts: AudioContext[];
  plugged: Plugged[] | null;
  /** While true, the browser lets nothing begin to play, and no audio context run. */
  refuses: boolean;
  sinks: Map<HTMLMediaElement, string>;
};

/** Known in the page only, where `openDevice` has put it. */
declare function deviceOf(): Device;

/** Gives a test hold of the devices of a context's pages. Call it before a page is loaded. */
export async function openDevice(context: BrowserContext): Promise<void> {
  await context.addInitScript(installDevice);
}

/** Runs in the page, after its microphone was installed. */
function installDevice(): void {
  const device: Device = { tracks: [], contexts: [], plugged: null, refuses: false, sinks: new Map() };
  (window as { deviceOf?: () => Device }).deviceOf = () => device;
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  const list = mediaDevices.enumerateDevices.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const wanted = JSON.stringify(constraints).match(/"exact":"(\w+)"/)?.[1];
    const isThere = !wanted || !device.plugged || device.plugged.some(({ deviceId }) => deviceId === wanted);
    if (!isThere) throw new DOMException("Unplugged", "NotFoundError");
    const stream = await open(constraints);
    device.tracks.push(...stream.getAudioTracks());
    return stream;
  };
  mediaDevices.enumerateDevices = async () =>
    device.plugged?.map((one) => ({ ...one, groupId: one.label, toJSON: () => one })) ?? list();

  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    return device.refuses ? Promise.reject(new DOMException("No tap", "NotAllowedError")) : play.call(this);
  };
  Object.defineProperty(HTMLMediaElement.prototype, "sinkId", {
    configurable: true,
    get(this: HTMLMediaElement) {
      return device.sinks.get(this) ?? "";
    },
  });
  HTMLMediaElement.prototype.setSinkId = async function (this: HTMLMediaElement, id: string) {
    if (id === "stuck") await new Promise(() => undefined);
    device.sinks.set(this, id);
  };
  const Original = window.AudioContext;
  window.AudioContext = class extends Original {
    constructor(options?: AudioContextOptions) {
      super(options);
      // The test's own microphones and ears ask for a rate.
      if (!options) device.contexts.push(this);
    }
    override resume(): Promise<void> {
      return device.refuses && device.contexts.includes(this)
        ? Promise.reject(new DOMException("No tap"))
        : super.resume();
    }
  };
}

/** Every element that plays is paused, as a call or another app does it. */
export const pauseAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll("audio")) one.pause();
  });

export const silenceAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll("audio")) one.muted = true;
  });

/** From now on nothing plays or runs before `refuse(page, false)`. */
export const refuse = (page: Page, refuses: boolean): Promise<void> =>
  page.evaluate((now) => {
    deviceOf().refuses = now;
  }, refuses);

export const suspendContexts = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await Promise.all(deviceOf().contexts.map((context) => context.suspend()));
  });

/** The microphone ends, and nobody is told, as after a sleep. */
export const endMicrophone = (page: Page): Promise<void> => page.evaluate(() => deviceOf().tracks.at(-1)?.stop());

/** A switch at the device. */
export const muteMicrophone = (page: Page, muted: boolean): Promise<void> =>
  page.evaluate((now) => {
    const track = deviceOf().tracks.at(-1);
    if (!track) throw new Error("No microphone is open");
    Object.defineProperty(track, "muted", { configurable: true, value: now });
    track.dispatchEvent(new Event(now ? "mute" : "unmute"));
  }, muted);

/** From now on exactly these are plugged in, which the browser tells. */
export const plug = (page: Page, plugged: Plugged[]): Promise<void> =>
  page.evaluate((now) => {
    deviceOf().plugged = now;
    navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
  }, plugged);

/** The loudspeakers at which something plays. */
export const sinks = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const playing = [...document.querySelectorAll("audio")].filter(({ srcObject }) => srcObject !== null);
    return [...new Set(playing.map((one) => deviceOf().sinks.get(one) ?? ""))];
  });
