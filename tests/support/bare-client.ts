import { ConnectionState, LocalAudioTrack, type RemoteTrack, Room, RoomEvent, Track } from "livekit-client";

/**
 * Runs in the bare page: livekit-client and nothing else. With the product's own screen away, a test can do
 * what a hostile client would; and the bench `join` has something to compare with.
 */
export type BareClient = {
  /** Connects and plays every track. Rejects where LiveKit refuses. */
  connect: (url: string, token: string) => Promise<void>;
  /** Connects at the next click on the page's button, with a token that is there already. */
  connectOnClick: (url: string, token: string) => void;
  /** Sends a tone, whatever the client library thinks of its rights. Resolves once LiveKit took the track, rejects where it refuses. */
  publish: (hz: number) => Promise<void>;
  /** Turns one's own microphone off or on, as people do. */
  mute: (isMuted: boolean) => Promise<void>;
  /** What came in on a topic so far, the oldest first. */
  received: (topic: string) => string[];
  /** Audio packets that came in so far. */
  packets: () => Promise<number>;
  /** Presses on: unmutes and goes on sending whatever the server said. */
  keepSending: () => void;
  state: () => ConnectionState;
  /** The newest token that LiveKit gave this connection. */
  token: () => string;
  disconnect: () => Promise<void>;
};

let room: Room | null = null;
const messages = new Map<string, string[]>();

const client: BareClient = {
  async connect(url, token) {
    await room?.disconnect();
    // As the product does, docs/decisions says why: what is sent into the first offer of a shared connection may be lost.
    room = new Room({ singlePeerConnection: false });
    room.on(RoomEvent.TrackSubscribed, play);
    room.on(RoomEvent.DataReceived, (bytes, _from, _kind, topic = "") => {
      messages.set(topic, [...(messages.get(topic) ?? []), new TextDecoder().decode(bytes)]);
    });
    await room.connect(url, token, { maxRetries: 0 });
  },
  connectOnClick(url, token) {
    document.querySelector("button")?.addEventListener("click", () => void client.connect(url, token), { once: true });
  },
  async publish(hz) {
    const here = connected();
    pretendAllRights(here);
    const stream = toneStream(hz);
    const track = new LocalAudioTrack(stream.getAudioTracks()[0] as MediaStreamTrack, undefined, true);
    await here.localParticipant.publishTrack(track, { source: Track.Source.Microphone, dtx: false, red: false });
  },
  async mute(isMuted) {
    for (const publication of connected().localParticipant.trackPublications.values())
      await (isMuted ? publication.mute() : publication.unmute());
  },
  received: (topic) => messages.get(topic) ?? [],
  async packets() {
    let packets = 0;
    for (const person of connected().remoteParticipants.values())
      for (const { audioTrack } of person.trackPublications.values())
        for (const report of (await audioTrack?.getRTCStatsReport())?.values() ?? [])
          if (report.type === "inbound-rtp") packets += report.packetsReceived;
    return packets;
  },
  keepSending() {
    const here = connected();
    pretendAllRights(here);
    for (const publication of here.localParticipant.trackPublications.values()) void publication.unmute();
  },
  state: () => room?.state ?? ConnectionState.Disconnected,
  token: () => (connected().engine as unknown as { token?: string }).token ?? "",
  async disconnect() {
    await room?.disconnect();
    room = null;
  },
};

(window as { bare?: BareClient }).bare = client;

function connected(): Room {
  if (!room) throw new Error("Not connected");
  return room;
}

function play(track: RemoteTrack): void {
  if (track.kind === Track.Kind.Audio) document.body.append(track.attach());
}

/** The library refuses by itself what the server would refuse; here the server shall be asked. */
function pretendAllRights(here: Room): void {
  Object.assign(here.localParticipant, { hasPermissionsToPublish: () => true });
}

function toneStream(hz: number): MediaStream {
  const context = new AudioContext({ sampleRate: 48_000 });
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  const level = new GainNode(context, { gain: 0.3 });
  const swell = new OscillatorNode(context, { frequency: 3 });
  const depth = new GainNode(context, { gain: 0.2 });
  swell.connect(depth).connect(level.gain);
  const tone = new OscillatorNode(context, { frequency: hz });
  tone.connect(level).connect(destination);
  tone.start();
  swell.start();
  void context.resume();
  return destination.stream;
}
