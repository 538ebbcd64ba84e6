import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

const PING = 0x9;
const PONG = 0xa;

/**
 * A person in LiveKit of whom there is only the signal connection: cheap enough for a thousand on a laptop.
 * LiveKit keeps somebody without sound for a minute.
 */
export type SignalSocket = {
  /** Bytes of messages received so far, without frames' heads and pings. */
  received: () => number;
  close: () => void;
};

/** Connects with a token of the door; rejects where LiveKit refuses. `url` is a ws:// address. */
export function openSignal(url: string, token: string): Promise<SignalSocket> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  const path = `/rtc?access_token=${token}&auto_subscribe=1&sdk=js&version=2.0.0&protocol=15`;
  const key = randomBytes(16).toString("base64");
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  );
  return new Promise((resolve, reject) => {
    let held = Buffer.alloc(0);
    let isOpen = false;
    let received = 0;
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("LiveKit closed the connection")));
    socket.on("data", (chunk) => {
      held = Buffer.concat([held, chunk]);
      if (!isOpen) {
        const end = held.indexOf("\r\n\r\n");
        if (end < 0) return;
        const status = held.subarray(0, 12).toString("latin1");
        if (status !== "HTTP/1.1 101") return socket.destroy(new Error(`LiveKit answered ${status}`));
        held = held.subarray(end + 4);
        isOpen = true;
        resolve({ received: () => received, close: () => socket.destroy() });
      }
      for (let frame = readFrame(held); frame; frame = readFrame(held)) {
        held = held.subarray(frame.end);
        if (frame.opcode === PING) sendPong(socket, frame.payload);
        else received += frame.payload.length;
      }
    });
  });
}

/** The first whole frame in the bytes; null while it is not all there. What a server sends is not masked. */
function readFrame(bytes: Buffer): { opcode: number; payload: Buffer; end: number } | null {
  if (bytes.length < 2) return null;
  const short = bytes.readUInt8(1) & 0x7f;
  const head = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (bytes.length < head) return null;
  const length = short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short;
  const end = head + length;
  return bytes.length < end ? null : { opcode: bytes.readUInt8(0) & 0x0f, payload: bytes.subarray(head, end), end };
}

function sendPong(socket: Socket, payload: Buffer): void {
  const mask = Buffer.alloc(4);
  socket.write(Buffer.concat([Buffer.from([0x80 | PONG, 0x80 | payload.length]), mask, payload]));
}
