import { type AudioSource, LocalAudioTrack, TrackPublishOptions, TrackSource } from "@livekit/rtc-node";
import { connectRoom, type RoomConnection } from "./connect-room";

/** Speech, as browsers publish it too. Source: livekit.md, sound. */
const SPEECH_BITRATE = 24_000n;

/**
 * Connects and publishes one microphone track of that name: mono, DTX, and RED, as browsers do (docs/far.md).
 * Subscribes to nothing. `source` outlives the connection and may be that of several. Throws as `connectRoom` does.
 */
export async function connectSpeaker(token: string, name: string, source: AudioSource): Promise<RoomConnection> {
  const track = LocalAudioTrack.createAudioTrack(name, source);
  const connection = await connectRoom(token, {
    begin: (room) => room.localParticipant?.publishTrack(track, speechOptions()),
  });
  return { ...connection, close: () => connection.close().then(() => track.close(false)) };
}

const speechOptions = () =>
  new TrackPublishOptions({
    source: TrackSource.SOURCE_MICROPHONE,
    dtx: true,
    red: true,
    audioEncoding: { maxBitrate: SPEECH_BITRATE },
  });
