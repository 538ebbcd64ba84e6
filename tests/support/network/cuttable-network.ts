import { createSocket, type Socket as DatagramSocket, type RemoteInfo } from "node:dgram";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/**
 * One person's way to the product: pages, API and signalling by a SOCKS proxy, sound by a relay of UDP packets.
 * While it is cut nothing gets through and nothing is refused, as in a tunnel: no side is told.
 */
export type Network = {
  /** The proxy's address, for the browser context. */
  proxy: string;
  /** Where the media server's packets are to be sent instead, on 127.0.0.1. */
  mediaPort: number;
  cut: () => void;
  mend: () => void;
  /** From now on loses these shares of the sound's packets, 0 to 1: on the way to the media server, and from it. */
  lose: (shares: { up?: number; down?: number }) => void;
  close: () => void;
};

/** `mediaUdpPort`: the media server's own. */
export async function cuttableNetwork(mediaUdpPort: number): Promise<Network> {
  const pages = await streams();
  const sound = await packets(mediaUdpPort);
  return {
    proxy: `socks5://127.0.0.1:${pages.port}`,
    mediaPort: sound.port,
    cut: () => {
      pages.hold(true);
      sound.hold(true);
    },
    mend: () => {
      pages.hold(false);
      sound.hold(false);
    },
    lose: sound.lose,
    close: () => {
      pages.close();
      sound.close();
    },
  };
}

/** TCP: what is under way stands still while held, and goes on afterwards. */
async function streams() {
  const sockets = new Set<Socket>();
  let isHeld = false;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    if (isHeld) socket.pause();
  };
  const server = createServer((near) => {
    keep(near);
    near.on("error", () => near.destroy());
    near.once("data", () => {
      near.write(Buffer.from([5, 0]));
      near.once("data", (request) => join(near, request, keep));
    });
  });
  const port = await listening(server);
  return {
    port,
    hold: (held: boolean) => {
      isHeld = held;
      for (const socket of sockets) held ? socket.pause() : socket.resume();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Answers a SOCKS 5 request for a TCP connection and passes on what comes. */
function join(near: Socket, request: Buffer, keep: (socket: Socket) => void): void {
  const isName = request[3] === 3;
  const length = isName ? (request[4] ?? 0) : 4;
  const host = request.subarray(isName ? 5 : 4, (isName ? 5 : 4) + length);
  const port = request.readUInt16BE((isName ? 5 : 4) + length);
  const far = connect(port, isName ? host.toString() : [...host].join("."));
  keep(far);
  near.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.on("data", (chunk) => other.write(chunk));
    one.on("end", () => other.end());
    one.on("error", () => other.destroy());
    one.on("close", () => other.destroy());
  }
}

/** UDP: what comes while held is lost. Each of the browser's sockets has one of ours behind it, so that answers find back. */
async function packets(mediaUdpPort: number) {
  const front = createSocket("udp4");
  const behind = new Map<string, DatagramSocket>();
  let isHeld = false;
  let losing = { up: loser(0), down: loser(0) };
  const socketOf = ({ address, port }: RemoteInfo): DatagramSocket => {
    const key = `${address}:${port}`;
    const known = behind.get(key);
    if (known) return known;
    const made = createSocket("udp4");
    made.on("message", (packet) => {
      if (!isHeld && !losing.down()) front.send(packet, port, address);
    });
    made.on("error", () => {});
    behind.set(key, made);
    return made;
  };
  front.on("message", (packet, from) => {
    if (!isHeld && !losing.up()) socketOf(from).send(packet, mediaUdpPort, "127.0.0.1");
  });
  front.on("error", () => {});
  await new Promise<void>((resolve) => front.bind(0, "127.0.0.1", resolve));
  return {
    port: front.address().port,
    hold: (held: boolean) => {
      isHeld = held;
    },
    lose: ({ up = 0, down = 0 }: { up?: number; down?: number }) => {
      losing = { up: loser(up), down: loser(down) };
    },
    close: () => {
      for (const socket of [front, ...behind.values()]) socket.close();
    },
  };
}

/** Says of each packet whether it is lost: that share of them, evenly and the same every time. */
function loser(share: number): () => boolean {
  let owed = 0;
  return () => {
    owed += share;
    if (owed < 1) return false;
    owed -= 1;
    return true;
  };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
