export type Sound = {
  /** Peak near the frequency asked for, in dB; -200 where nothing plays, or where it is only what somebody else's spreads. */
  toneDb: number;
  /** Root mean square of all that plays, in dB. */
  rmsDb: number;
  /** Elements that play something. */
  playing: number;
};

export type Gaps = {
  /** Longest stretch in which the page played nothing, in ms. */
  longestMs: number;
  /** How long was listened, and how much of it was missed because the page was too busy to look. */
  measuredMs: number;
  missedMs: number;
};

export type Ears = { measure: (hz: number) => Promise<Sound>; record: () => Promise<void>; gaps: () => Gaps };

/**
 * Runs in the page: remembers every element that was ever given a stream, and measures what the playing ones carry.
 * The element itself is asked whether it plays; an analyser alone would also hear what nobody does.
 */
export function installEars(): void {
  /** Tones of people are further apart than this, in Hz. */
  const BESIDE_HZ = 50;
  const STANDS_OUT_DB = 12;
  const elements = new Set<HTMLMediaElement>();
  /** What reaches a loudspeaker by another way than an element. */
  const outputs = new Map<BaseAudioContext, AnalyserNode>();
  const analysers = new WeakMap<MediaStreamTrack, AnalyserNode>();
  const HEARING = { fftSize: 8_192, smoothingTimeConstant: 0, minDecibels: -200 };
  let context: AudioContext | null = null;
  const given = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "srcObject");
  if (!given?.get || !given.set) return;
  const { get, set } = given;
  Object.defineProperty(HTMLMediaElement.prototype, "srcObject", {
    configurable: true,
    get,
    set(this: HTMLMediaElement, stream: MediaProvider | null) {
      elements.add(this);
      set.call(this, stream);
    },
  });

  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    elements.add(this);
    return play.call(this);
  };
  const { connect } = AudioNode.prototype;
  AudioNode.prototype.connect = function (this: AudioNode, ...to: unknown[]) {
    if (to[0] instanceof AudioDestinationNode) {
      const analyser = outputs.get(this.context) ?? new AnalyserNode(this.context, HEARING);
      outputs.set(this.context, analyser);
      Reflect.apply(connect, this, [analyser]);
    }
    return Reflect.apply(connect, this, to);
  } as typeof connect;

  function analyserOf(track: MediaStreamTrack): AnalyserNode {
    const known = analysers.get(track);
    if (known) return known;
    context ??= new AudioContext({ sampleRate: 48_000 });
    const analyser = new AnalyserNode(context, HEARING);
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    analysers.set(track, analyser);
    return analyser;
  }

  const captured = new WeakMap<HTMLMediaElement, MediaStream>();

  /** Of an element that plays a file, what it plays. */
  function streamOf(element: HTMLMediaElement): MediaStream | null {
    if (element.srcObject instanceof MediaStream) return element.srcObject;
    if (element.src === "" || element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
    const known = captured.get(element);
    if (known) return known;
    const stream = (element as HTMLMediaElement & { captureStream: () => MediaStream }).captureStream();
    captured.set(element, stream);
    return stream;
  }

  const heard = (): { track: MediaStreamTrack; volume: number }[] =>
    [...elements].flatMap((element) => {
      if (element.paused || element.muted || element.volume === 0) return [];
      const tracks = streamOf(element)?.getAudioTracks() ?? [];
      const { volume } = element;
      return tracks
        .filter(({ enabled, readyState }) => enabled && readyState === "live")
        .map((track) => ({ track, volume }));
    });

  const heardTracks = (): MediaStreamTrack[] => heard().map(({ track }) => track);

  function loudestNear(spectrum: Float32Array, hz: number, { fftSize, context }: AnalyserNode): number {
    const bin = (hz * fftSize) / context.sampleRate;
    return Math.max(...spectrum.slice(Math.floor(bin) - 2, Math.ceil(bin) + 3));
  }

  async function measure(hz: number): Promise<Sound> {
    const sounds = heard().map(({ track, volume }) => ({ analyser: analyserOf(track), volume }));
    for (const [{ state }, analyser] of outputs) if (state === "running") sounds.push({ analyser, volume: 1 });
    if (context?.state === "suspended")
      await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 200))]);
    if (context && context.state !== "running") throw new Error(`The ears are ${context.state}`);
    let toneDb = -200;
    let power = 0;
    for (const { analyser, volume } of sounds) {
      const spectrum = new Float32Array(analyser.frequencyBinCount);
      analyser.getFloatFrequencyData(spectrum);
      const [level, ...beside] = [hz, hz - BESIDE_HZ, hz + BESIDE_HZ].map((at) => loudestNear(spectrum, at, analyser));
      // A tone stands out on both sides; a neighbour's that begins, breaks off or stumbles spreads far, and evenly.
      if (level !== undefined && level > Math.max(...beside) + STANDS_OUT_DB)
        toneDb = Math.max(toneDb, level + 20 * Math.log10(volume));
      const wave = new Float32Array(analyser.fftSize);
      analyser.getFloatTimeDomainData(wave);
      power += volume ** 2 * (wave.reduce((sum, sample) => sum + sample * sample, 0) / wave.length);
    }
    return { toneDb, rmsDb: power > 0 ? 10 * Math.log10(power) : -200, playing: sounds.length };
  }

  const TICK_MS = 50;
  const BLOCK = 480;
  const SILENT_RMS = 10 ** (-50 / 20);
  const wide = new WeakMap<MediaStreamTrack, AnalyserNode>();
  let recording: { at: number; silent: number; longest: number; measured: number; missed: number } | null = null;

  /** Holds the last 0.68 s, so that a page that is busy for a moment misses nothing. */
  function wideAnalyserOf(track: MediaStreamTrack, context: AudioContext): AnalyserNode {
    const known = wide.get(track);
    if (known) return known;
    const analyser = new AnalyserNode(context, { fftSize: 32_768 });
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    wide.set(track, analyser);
    return analyser;
  }

  /** Blocks of 10 ms since the last look, the oldest first: whether any sound was in them. */
  function look(context: AudioContext): void {
    if (!recording) return;
    const passed = Math.floor(((context.currentTime - recording.at) * context.sampleRate) / BLOCK);
    const seen = Math.min(passed, Math.floor(32_768 / BLOCK));
    recording.at += (passed * BLOCK) / context.sampleRate;
    recording.measured += seen;
    recording.missed += passed - seen;
    const waves = heardTracks().map((track) => {
      const wave = new Float32Array(32_768);
      wideAnalyserOf(track, context).getFloatTimeDomainData(wave);
      return wave.subarray(wave.length - seen * BLOCK);
    });
    for (let block = 0; block < seen; block++) {
      const from = block * BLOCK;
      const isLoud = waves.some((wave) => {
        let power = 0;
        for (let index = from; index < from + BLOCK; index++) power += (wave[index] ?? 0) ** 2;
        return Math.sqrt(power / BLOCK) > SILENT_RMS;
      });
      recording.silent = isLoud ? 0 : recording.silent + 1;
      recording.longest = Math.max(recording.longest, recording.silent);
    }
  }

  async function record(): Promise<void> {
    context ??= new AudioContext({ sampleRate: 48_000 });
    await context.resume();
    const running = context;
    for (const track of heardTracks()) wideAnalyserOf(track, running);
    await new Promise((resolve) => setTimeout(resolve, 700));
    recording = { at: running.currentTime, silent: 0, longest: 0, measured: 0, missed: 0 };
    setInterval(() => look(running), TICK_MS);
  }

  function gaps(): Gaps {
    if (!recording) throw new Error("Nothing is recorded: the page was loaded anew, or recordGaps was not called");
    const [longestMs, measuredMs, missedMs] = [recording.longest * 10, recording.measured * 10, recording.missed * 10];
    return { longestMs, measuredMs, missedMs };
  }

  const ears: Ears = { measure, record, gaps };
  (window as { earsOf?: () => Ears }).earsOf = () => ears;
}
