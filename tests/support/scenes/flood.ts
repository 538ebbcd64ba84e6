import { connect, type Socket } from "node:net";

/** What one request came to. */
export type FloodAnswer = { status: number; ms: number };

/** Where requests go, and each as it goes over the wire: head, empty line, body. */
export type Flood = { ports: number[]; requests: string[]; together: number };

/**
 * Sends the requests, so many at a time, over as many open connections spread evenly over the ports. Answers in the order
 * of the requests. Speaks just enough HTTP/1.1 that the load itself takes little of the cores that it shares with the servers.
 */
export async function flood({
  ports,
  requests,
  together,
}: Flood): Promise<{ answers: FloodAnswer[]; seconds: number }> {
  const answers: FloodAnswer[] = new Array(requests.length);
  const sockets = await Promise.all(
    Array.from({ length: together }, (_, index) => openSocket(ports[index % ports.length] as number)),
  );
  const startedAt = performance.now();
  let next = 0;
  await Promise.all(
    sockets.map(async (socket) => {
      while (next < requests.length) {
        const index = next++;
        const askedAt = performance.now();
        const { status } = await askOver(socket, requests[index] as string);
        answers[index] = { status, ms: performance.now() - askedAt };
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const socket of sockets) socket.destroy();
  return { answers, seconds };
}

/** A connection to a process on this machine. */
export function openSocket(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    socket.once("error", reject);
    socket.once("connect", () => resolve(socket));
  });
}

/** The whole answer to one request; a connection takes one at a time. Throws where the connection is closed before it is here. */
export function askOver(socket: Socket, request: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    let received: Buffer<ArrayBufferLike> = Buffer.alloc(0);
    const done = (settle: () => void) => {
      socket.off("data", take);
      socket.off("close", lost);
      settle();
    };
    const take = (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      if (isWhole(received)) done(() => resolve(answerOf(received)));
    };
    const lost = () => done(() => reject(new Error("the connection was closed before the answer")));
    socket.on("data", take);
    socket.on("close", lost);
    socket.write(request);
  });
}

function answerOf(received: Buffer): { status: number; body: string } {
  const headEnd = received.indexOf("\r\n\r\n");
  return { status: Number(received.toString("latin1", 9, 12)), body: received.toString("utf8", headEnd + 4) };
}

function isWhole(received: Buffer): boolean {
  const headEnd = received.indexOf("\r\n\r\n");
  if (headEnd < 0) return false;
  const head = received.toString("latin1", 0, headEnd);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) return received.length >= headEnd + 4 + Number(length);
  if (/\r\ntransfer-encoding: chunked/i.test(head)) return received.subarray(-5).equals(LAST_CHUNK);
  return true;
}

const LAST_CHUNK = Buffer.from("0\r\n\r\n");
