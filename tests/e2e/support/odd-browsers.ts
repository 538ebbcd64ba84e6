import type { Page } from "@playwright/test";

/** Runs in the page: a browser, or an extension in it, that lets no page use WebRTC. */
export function withoutWebRtc(): void {
  Reflect.deleteProperty(window, "RTCPeerConnection");
}

/** Runs in the page: a browser that knows none of the keys for sound, as older ones know not all of them. */
export function withoutSoundKeys(): void {
  MediaSession.prototype.setActionHandler = () => {
    throw new TypeError("is not a valid value for enumeration MediaSessionAction");
  };
}

/** Runs in the page, after its microphone was installed: audio contexts of the page's own take no device, as in Firefox at another sample rate. */
export function withoutMeasuring(): void {
  const { createMediaStreamSource } = AudioContext.prototype;
  const Original = AudioContext;
  const own = new WeakSet<AudioContext>();
  window.AudioContext = class extends Original {
    constructor(options?: AudioContextOptions) {
      super(options);
      // The test's own microphones and ears ask for a rate.
      if (!options) own.add(this);
    }
  };
  Original.prototype.createMediaStreamSource = function (this: AudioContext, stream: MediaStream) {
    if (own.has(this)) throw new DOMException("Connecting AudioNodes with different sample-rate", "NotSupportedError");
    return createMediaStreamSource.call(this, stream);
  };
}

/** Runs in the page: a browser that keeps its counters to itself. */
export function withoutCounters(): void {
  RTCPeerConnection.prototype.getStats = () => Promise.reject(new DOMException("Not for you", "NotAllowedError"));
}

/** Runs in the page: a browser that does not count the answers to its signs of life. */
export function withoutCountedAnswers(): void {
  const { getStats } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.getStats = async function (this: RTCPeerConnection) {
    const report = await Reflect.apply(getStats, this, []);
    const entries = [...report].map(([id, entry]) => [id, { ...entry, responsesReceived: undefined }] as const);
    return new Map(entries) as unknown as RTCStatsReport;
  };
}

/** Has a page translated as browsers do it, once React has taken it over: each text is put into elements of its own, in capitals, as long as the page lives. */
export async function translate(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const buttons = [...document.querySelectorAll("button")];
    return buttons.length > 0 && buttons.every((one) => Object.keys(one).some((key) => key.startsWith("__react")));
  });
  await page.evaluate(beginTranslating);
}

function beginTranslating(): void {
  const OURS = new Set(["SCRIPT", "STYLE", "FONT", "TITLE", "TEXTAREA"]);
  const translate = (root: Node): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.parentElement || OURS.has(text.parentElement.tagName) || text.data.trim() === "") continue;
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = text.data.toUpperCase();
      outer.append(inner);
      text.parentElement.replaceChild(outer, text);
    }
  };
  translate(document.body);
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) if (target.isConnected) translate(target);
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

/** Notes every state of the room that the page shows from now on, until `statesSince`. */
export const recordStates = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const states = new Set<string>();
    const look = (): void => {
      const state = document.querySelector<HTMLElement>('[data-testid="room"]')?.dataset.state;
      if (state) states.add(state);
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, attributeFilter: ["data-state"] });
    (window as { statesSeen?: Set<string> }).statesSeen = states;
  });

export const statesSince = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...((window as { statesSeen?: Set<string> }).statesSeen ?? [])]);
