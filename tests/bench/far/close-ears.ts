/** What a page with close ears has noted; times are of the wall's clock, in ms. */
export type CloseEars = {
  /** When a tone of so many Hz was first heard at or after that moment; null while it was not. */
  heardSince: (hz: number, at: number) => number | null;
  /** When the room's page first said, at or after that moment, that the connection is lost, and as what; null while it did not. */
  saidSince: (at: number) => { at: number; notice: string } | null;
  /** Samples played and made up since the page began, over all voices; `silent` of the latter where nothing was to be heard. */
  samples: () => Promise<{ received: number; concealed: number; silent: number }>;
};

/** Runs in the page before its own scripts: notes what is heard and said 50 times a second. */
export function listenClosely(): void {
  const LOOK_EVERY_MS = 20;
  const HEARD_DB = -50;
  const LOST = new Set(["reconnecting", "unheard"]);
  const elements = new Set<HTMLMediaElement>();
  const analysers = new WeakMap<MediaStreamTrack, AnalyserNode>();
  const connections = new Set<RTCPeerConnection>();
  const looks: { at: number; notice: string; spectra: Float32Array[] }[] = [];
  const context = new AudioContext({ sampleRate: 48_000 });
  const given = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "srcObject");
  Object.defineProperty(HTMLMediaElement.prototype, "srcObject", {
    ...given,
    set(this: HTMLMediaElement, stream: MediaProvider | null) {
      elements.add(this);
      given?.set?.call(this, stream);
    },
  });
  const Plain = RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Plain {
    constructor(...given: ConstructorParameters<typeof Plain>) {
      super(...given);
      connections.add(this);
    }
  };

  const spectrumOf = (track: MediaStreamTrack): Float32Array => {
    let analyser = analysers.get(track);
    if (!analyser) {
      analyser = new AnalyserNode(context, { fftSize: 2_048, smoothingTimeConstant: 0 });
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      analysers.set(track, analyser);
    }
    const spectrum = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(spectrum);
    return spectrum;
  };
  const look = (): void => {
    const spectra: Float32Array[] = [];
    for (const { paused, srcObject } of elements)
      if (!paused && srcObject instanceof MediaStream) spectra.push(...srcObject.getAudioTracks().map(spectrumOf));
    const notice = document.querySelector<HTMLElement>("[data-testid=session-notice]")?.dataset.notice ?? "";
    looks.push({ at: Date.now(), spectra, notice });
    if (looks.length > 120_000 / LOOK_EVERY_MS) looks.shift();
  };
  setInterval(look, LOOK_EVERY_MS);

  const binOf = (hz: number): number => Math.round((hz * 2_048) / 48_000);
  const ears: CloseEars = {
    heardSince: (hz, at) =>
      looks.find((each) => each.at >= at && each.spectra.some((one) => (one[binOf(hz)] ?? -200) > HEARD_DB))?.at ??
      null,
    saidSince(since) {
      const said = looks.find((each) => each.at >= since && LOST.has(each.notice));
      return said ? { at: said.at, notice: said.notice } : null;
    },
    async samples() {
      const sum = { received: 0, concealed: 0, silent: 0 };
      for (const connection of connections)
        for (const entry of (await connection.getStats()).values()) {
          if (entry.type !== "inbound-rtp" || entry.kind !== "audio") continue;
          sum.received += entry.totalSamplesReceived ?? 0;
          sum.concealed += entry.concealedSamples ?? 0;
          sum.silent += entry.silentConcealedSamples ?? 0;
        }
      return sum;
    },
  };
  (window as { closeEars?: CloseEars }).closeEars = ears;
}
