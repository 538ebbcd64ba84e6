import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { TrackSource } from "livekit-server-sdk";
import type { RoomMessage } from "@/lib/wire/rooms/announcements";

type Permission = {
  canSubscribe: boolean;
  canPublish: boolean;
  canPublishData: boolean;
  canPublishSources: string[];
  hidden: boolean;
};

type FakePerson = { sid: string; identity: string; permission: Permission; kind?: "AGENT" };
type FakeRoom = { sid: string; name: string; people: Map<string, FakePerson> };
type Body = {
  name?: string;
  names?: string[];
  room?: string;
  identity?: string;
  permission?: Partial<Permission> & { canPublishSources?: (string | number)[] };
  data?: string;
  topic?: string;
  destinationIdentities?: string[];
};

/** A message that was sent into a room. */
export type SentMessage = { room: string; topic: string; to: string[]; message: RoomMessage; at: number };

/** The grants of a listener's and of a speaker's token. */
export const LISTENS: Permission = {
  canSubscribe: true,
  canPublish: false,
  canPublishData: false,
  canPublishSources: [],
  hidden: true,
};
export const SPEAKS: Permission = { ...LISTENS, canPublish: true, canPublishSources: ["MICROPHONE"], hidden: false };

/**
 * Stands in for LiveKit in integration tests: the RoomService over Twirp's JSON, as far as we call it. It keeps who is
 * connected with which permission, records what was called and sent, can be away, restart, and hold a call back.
 */
export class FakeMedia {
  readonly rooms = new Map<string, FakeRoom>();
  readonly calls: { method: string; body: Body }[] = [];
  readonly sent: SentMessage[] = [];
  away = false;
  readonly #held: { method: string; arrived: () => void; go: Promise<void> }[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  /**
   * Listens on a free port and points the environment at it; to be called before anything reads the environment. The process may end
   * while it listens.
   */
  async start(): Promise<void> {
    this.#server.unref();
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    process.env.LIVEKIT_URL = `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** A new server process: no rooms, nobody there, no error to be seen. */
  restart(): void {
    this.rooms.clear();
    this.away = false;
  }

  /** Somebody connects with a token of these grants. Answers the connection's sid. */
  connect(roomId: string, identity: string, permission: Permission, kind?: "AGENT"): string {
    const room = this.rooms.get(roomId);
    if (!room) throw new Error("the fake media server does not have this room");
    const sid = `PA_${randomUUID()}`;
    room.people.set(identity, { sid, identity, permission: { ...permission }, kind });
    return sid;
  }

  disconnect(roomId: string, identity: string): void {
    this.rooms.get(roomId)?.people.delete(identity);
  }

  permission(roomId: string, identity: string): Permission | null {
    return this.rooms.get(roomId)?.people.get(identity)?.permission ?? null;
  }

  /** The next call of this method waits after it arrived and before it takes effect, until `release`. */
  holdNext(method: string): { arrived: Promise<void>; release: () => void } {
    let release = () => {};
    let arrived = () => {};
    const go = new Promise<void>((resolve) => {
      release = resolve;
    });
    const here = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    this.#held.push({ method, arrived, go });
    return { arrived: here, release };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (this.away) return void request.socket.destroy();
    const method = request.url?.split("/").at(-1) ?? "";
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Body;
    await this.#waitIfHeld(method);
    this.calls.push({ method, body });
    const answer = this.#handle(method, body);
    response.writeHead(answer ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? { code: "not_found", msg: "not found" }));
  }

  async #waitIfHeld(method: string): Promise<void> {
    const index = this.#held.findIndex((held) => held.method === method);
    const [held] = index < 0 ? [] : this.#held.splice(index, 1);
    held?.arrived();
    await held?.go;
  }

  /** Null: there is no such room or person. */
  #handle(method: string, body: Body): object | null {
    if (method === "CreateRoom") return this.#create(body.name ?? "");
    if (method === "ListRooms") return { rooms: this.#list(body.names ?? []) };
    const room = this.rooms.get(body.room ?? "");
    if (!room) return null;
    if (method === "ListParticipants") return { participants: [...room.people.values()] };
    if (method === "DeleteRoom") return this.rooms.delete(room.name) ? {} : null;
    if (method === "SendData") return this.#send(room, body);
    const person = room.people.get(body.identity ?? "");
    if (!person) return null;
    if (method === "RemoveParticipant") return room.people.delete(person.identity) ? {} : null;
    if (method === "UpdateParticipant") person.permission = toPermission(body.permission ?? {});
    return person;
  }

  #create(name: string): object {
    const room = this.rooms.get(name) ?? { sid: `RM_${randomUUID()}`, name, people: new Map() };
    this.rooms.set(name, room);
    return { sid: room.sid, name };
  }

  #list(names: string[]): object[] {
    const wanted = [...this.rooms.values()].filter(({ name }) => names.length === 0 || names.includes(name));
    return wanted.map(({ sid, name, people }) => ({ sid, name, numParticipants: people.size }));
  }

  #send(room: FakeRoom, body: Body): object {
    const message = JSON.parse(Buffer.from(body.data ?? "", "base64").toString()) as RoomMessage;
    const to = body.destinationIdentities ?? [];
    this.sent.push({ room: room.name, topic: body.topic ?? "", to, message, at: performance.now() });
    return {};
  }
}

/** A full replacement, as in LiveKit: what is left out is false. */
function toPermission(given: NonNullable<Body["permission"]>): Permission {
  return {
    canSubscribe: given.canSubscribe ?? false,
    canPublish: given.canPublish ?? false,
    canPublishData: given.canPublishData ?? false,
    canPublishSources: (given.canPublishSources ?? []).map((source) =>
      typeof source === "number" ? (TrackSource[source] ?? "") : source,
    ),
    hidden: given.hidden ?? false,
  };
}
