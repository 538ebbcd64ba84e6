import { parseArgs } from "node:util";
import { isLoopback } from "./loopback";

/** What one run does. `url` has no path; `tokensFile` holds access tokens of members, one a line. */
export type Plan = {
  roomId: string;
  listeners: number;
  url: string;
  /** How long everyone listens once all are in. */
  seconds: number;
  processes: number;
  perSecond: number;
  tokensFile: string | null;
  /** Hosts beyond this machine may be loaded. */
  ownServer: boolean;
};

export const USAGE = `npm run load -- --room ROOM_ID --listeners N
  --url ADDRESS      where Plenum answers; left out, the one that runs in this folder
  --seconds S        how long everyone listens once all are in (30)
  --ramp PER_SECOND  how many come in a second (5)
  --processes P      how many processes listen (one for each 40 listeners)
  --tokens FILE      access tokens of members, one a line; whoever has none comes in as a guest
  --yes-i-own-this-server   needed for any host but this machine`;

/** One thread of a process decodes what all its listeners hear, at about 10 ms a second each; this leaves it air. */
const LISTENERS_A_PROCESS = 40;

type Parsed = { ok: true; plan: Plan } | { ok: false; message: string };

const OPTIONS = {
  room: { type: "string" },
  listeners: { type: "string" },
  url: { type: "string" },
  seconds: { type: "string", default: "30" },
  ramp: { type: "string", default: "5" },
  processes: { type: "string" },
  tokens: { type: "string" },
  "yes-i-own-this-server": { type: "boolean", default: false },
} as const;

/** Reads the words of the command line; `runningAt` is the address of the Plenum of this folder, where one runs. Pure. */
export function parsePlan(words: string[], runningAt: string | undefined): Parsed {
  const faults: string[] = [];
  const given = valuesOf(words);
  if (typeof given === "string") return { ok: false, message: given };
  const whole = (name: "listeners" | "seconds" | "ramp" | "processes", text: string, most: number): number => {
    const number = Number(text);
    if (Number.isInteger(number) && number >= 1 && number <= most) return number;
    faults.push(`--${name} is a whole number from 1 to ${most}, not "${text}"`);
    return Number.NaN;
  };
  const roomId = roomOf(given.room ?? "");
  if (roomId === null) faults.push("--room is the id of a room, or the address of its page");
  if (given.listeners === undefined) faults.push("--listeners says how many shall listen");
  const listeners = given.listeners === undefined ? 1 : whole("listeners", given.listeners, 20_000);
  const url = originOf(given.url ?? runningAt ?? "");
  if (url === null) {
    faults.push(
      given.url ? `--url is no http address: ${given.url}` : "Plenum does not run in this folder: name --url",
    );
  }
  const ownServer = given["yes-i-own-this-server"];
  if (url && !ownServer && !isLoopback(url)) {
    faults.push(
      `${new URL(url).hostname} is not this machine. Load only what is yours, and say --yes-i-own-this-server`,
    );
  }
  const plan = {
    roomId: roomId ?? "",
    listeners,
    url: url ?? "",
    seconds: whole("seconds", given.seconds, 600),
    perSecond: whole("ramp", given.ramp, 500),
    processes: whole("processes", given.processes ?? String(Math.ceil(listeners / LISTENERS_A_PROCESS) || 1), 1_000),
    tokensFile: given.tokens ?? null,
    ownServer,
  };
  return faults.length > 0 ? { ok: false, message: faults.join("\n") } : { ok: true, plan };
}

function valuesOf(words: string[]) {
  try {
    return parseArgs({ args: words, options: OPTIONS, strict: true }).values;
  } catch (fault) {
    return (fault as Error).message;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function roomOf(text: string): string | null {
  const id = /\/rooms\/([^/?#]+)/.exec(text)?.[1] ?? text;
  return UUID.test(id) ? id : null;
}

function originOf(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) ? url.origin : null;
}
