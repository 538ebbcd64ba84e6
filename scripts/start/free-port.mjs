import { createSocket } from "node:dgram";
import { createServer } from "node:net";

const LAST_PORT = 65_535;

/**
 * The first free port at or after `wanted` that `taken` does not hold, which is then added to it.
 * @param {number} wanted
 * @param {Set<number>} taken ports given away in this start, whose servers may not listen yet
 * @param {"tcp" | "udp"} kind
 */
export async function freePort(wanted, taken, kind = "tcp") {
  const isFree = kind === "tcp" ? isTcpFree : isUdpFree;
  for (let port = wanted; port <= LAST_PORT; port++) {
    if (taken.has(port) || !(await isFree(port))) continue;
    taken.add(port);
    return port;
  }
  throw new Error(`No free port from ${wanted} on.`);
}

/** Tried on every address too: a server that holds only 0.0.0.0 or only ::1 would otherwise answer instead of ours. */
async function isTcpFree(port) {
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, undefined));
}

function canListen(port, host) {
  return new Promise((answer) => {
    const server = createServer();
    server.once("error", () => answer(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => answer(true)));
  });
}

function isUdpFree(port) {
  return new Promise((answer) => {
    const socket = createSocket("udp4");
    socket.once("error", () => answer(false));
    socket.bind({ port, address: "127.0.0.1", exclusive: true }, () => socket.close(() => answer(true)));
  });
}
