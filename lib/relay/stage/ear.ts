import {
  type AudioFrame,
  AudioStream,
  type RemoteAudioTrack,
  type RemoteParticipant,
  type RemoteTrack,
  type RemoteTrackPublication,
  type Room,
  RoomEvent,
  TrackKind,
} from "@livekit/rtc-node";
import { connectRoom } from "@/lib/relay/connect-room";
import { KeptConnection } from "@/lib/relay/kept-connection";
import { log } from "@/lib/server/postgres/log";
import type { Speakers } from "@/lib/server/relaying/who-is-heard";
import { isMicrophone, shouldSubscribe } from "./should-subscribe";
import { BLOCK_MS, STAGE_RATE } from "./sound";

type Hearing = {
  roomId: string;
  /** Makes a token, and the room where it is missing. */
  token: () => Promise<string>;
  replaced: () => Promise<unknown>;
  /** One block of one voice. A person may have two voices for a moment, when they come back. */
  onBlock: (voice: string, personId: string, block: Int16Array) => void;
  onEnd: (voice: string) => void;
};

/**
 * Listens to a room, unseen: only to microphones of the people that `follow` names.
 * Connected from the first `follow` until `close`.
 */
export class Ear {
  #heard: Speakers = new Map();
  /** Ends the stream of a track, by its sid. */
  readonly #stops = new Map<string, () => void>();
  readonly #asked = new Set<string>();
  readonly #connection: KeptConnection;
  readonly #hearing: Hearing;

  constructor(hearing: Hearing) {
    this.#hearing = hearing;
    this.#connection = new KeptConnection({
      name: "ear",
      facts: { roomId: hearing.roomId },
      connect: () => this.#connect(),
      replaced: hearing.replaced,
    });
  }

  follow(heard: Speakers): void {
    this.#heard = heard;
    this.#connection.keepUp();
    const room = this.#connection.now?.room;
    if (room) this.#agree(room);
  }

  get isConnected(): boolean {
    return this.#connection.now !== null;
  }

  /** Of the people it follows: who is connected, and whose microphone is on. */
  get present(): string[] {
    return this.#people().map(({ identity }) => identity);
  }

  get open(): string[] {
    const isOpen = (person: RemoteParticipant) =>
      [...person.trackPublications.values()].some((track) => isMicrophone(track) && !track.muted);
    return this.#people().flatMap((person) =>
      !this.#heard.get(person.identity)?.muted && isOpen(person) ? [person.identity] : [],
    );
  }

  /** Packets that have arrived on this connection; null where there is none, or it does not say. */
  async packets(): Promise<number | null> {
    const stats = await this.#connection.now?.room.getRtcStats();
    if (!stats) return null;
    // With one connection for both directions what arrives is counted among the publisher's.
    return [...stats.publisherStats, ...stats.subscriberStats].reduce((sum, { stats: each }) => {
      const isSound = each.case === "inboundRtp" && each.value.stream?.kind === "audio";
      return isSound ? sum + Number(each.value.received?.packetsReceived ?? 0) : sum;
    }, 0);
  }

  async close(): Promise<void> {
    await this.#connection.close();
    for (const voice of [...this.#stops.keys()]) this.#end(voice);
  }

  async #connect() {
    this.#asked.clear();
    const token = await this.#hearing.token();
    return connectRoom(token, {
      before: (room) => this.#listen(room),
      begin: (room) => this.#agree(room),
    });
  }

  #people(): RemoteParticipant[] {
    const here = this.#connection.now?.room.remoteParticipants.values() ?? [];
    return [...here].filter(({ identity }) => this.#heard.has(identity));
  }

  #listen(room: Room): void {
    const again = () => this.#agree(room);
    room
      .on(RoomEvent.TrackPublished, again)
      .on(RoomEvent.Reconnected, () => {
        this.#asked.clear();
        again();
      })
      .on(RoomEvent.TrackSubscribed, (track, publication, person) => this.#begin(track, publication, person))
      .on(RoomEvent.TrackSubscriptionFailed, (sid) => void this.#asked.delete(sid))
      .on(RoomEvent.TrackUnsubscribed, (_, { sid }) => this.#end(sid))
      .on(RoomEvent.TrackUnpublished, ({ sid }) => this.#end(sid))
      .on(RoomEvent.ParticipantDisconnected, ({ trackPublications }) => {
        for (const sid of trackPublications.keys()) this.#end(sid);
      })
      .on(RoomEvent.Disconnected, () => {
        for (const voice of [...this.#stops.keys()]) this.#end(voice);
      });
  }

  /** Subscribes to the people it shall hear, and to nobody else. */
  #agree(room: Room): void {
    for (const person of room.remoteParticipants.values()) {
      for (const publication of person.trackPublications.values()) {
        const { sid } = publication;
        const wanted = shouldSubscribe(person.identity, publication, this.#heard);
        if (sid && wanted !== this.#asked.has(sid)) this.#ask(publication, sid, wanted);
      }
    }
  }

  #ask(publication: RemoteTrackPublication, sid: string, wanted: boolean): void {
    try {
      publication.setSubscribed(wanted);
      if (wanted) this.#asked.add(sid);
      else this.#end(sid);
    } catch (fault) {
      // A track that has just gone; the next look finds what stands in its place.
      log().debug({ err: fault, roomId: this.#hearing.roomId }, "track not asked for");
    }
  }

  #begin(track: RemoteTrack, { sid }: RemoteTrackPublication, { identity }: RemoteParticipant): void {
    if (!sid || track.kind !== TrackKind.KIND_AUDIO || !this.#heard.has(identity)) return;
    this.#stopStream(sid);
    const options = { sampleRate: STAGE_RATE, numChannels: 1, frameSizeMs: BLOCK_MS };
    const stream: ReadableStream<AudioFrame> = new AudioStream(track as RemoteAudioTrack, options);
    const reader = stream.getReader();
    this.#stops.set(sid, () => void reader.cancel().catch(() => undefined));
    void this.#pour(sid, identity, reader).catch(() => undefined);
  }

  async #pour(voice: string, personId: string, reader: ReadableStreamDefaultReader<AudioFrame>): Promise<void> {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const speaker = this.#heard.get(personId);
      if (speaker && !speaker.muted) this.#hearing.onBlock(voice, personId, value.data);
    }
  }

  #end(voice: string | undefined): void {
    if (voice === undefined) return;
    this.#asked.delete(voice);
    this.#stopStream(voice);
    this.#hearing.onEnd(voice);
  }

  #stopStream(voice: string): void {
    this.#stops.get(voice)?.();
    this.#stops.delete(voice);
  }
}
