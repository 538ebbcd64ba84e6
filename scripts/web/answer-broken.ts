import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { securityHeaders } from "@/lib/server/http/security-headers";

/** What node:http calls a request that it could not read, and what it is answered; 400 for all others. */
const STATUS: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Answers what is no request: nobody else has seen it, so that it is written by hand. */
export function answerBroken(fault: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || fault.code === "ECONNRESET") return void socket.destroy();
  const status = STATUS[fault.code ?? ""] ?? 400;
  const headers = { ...securityHeaders("/"), Connection: "close", "Content-Length": "0" };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n`);
}
