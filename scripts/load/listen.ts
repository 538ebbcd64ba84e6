import { setTimeout as pause } from "node:timers/promises";
import { quietLibrary } from "@/lib/relay/quiet-library";
import { Listener, type Target } from "./listener";
import type { Order, Told } from "./messages";

/** One listening process: does what it is told over IPC until `stop`, or until whoever told it is gone. */
const target = JSON.parse(process.argv[2] ?? "") as Target;
const listeners = new Map<number, Listener>();
let stopping = false;
/** Seats are given back so many at a time: a crowd that leaves must not be a flood of its own. */
const LEAVE_TOGETHER = 5;
/** Connections are made so many at a time: made all at once they hold each other up, and what is measured is the queue in here. */
const JOIN_TOGETHER = 2;
let joining = 0;
const waiting: (() => void)[] = [];

const tell = (told: Told): void => {
  if (process.connected) process.send?.(told);
};

async function join(number: number, token: string, afterMs: number): Promise<void> {
  await pause(afterMs);
  await turn();
  let ours = true;
  const passOnce = (): void => {
    if (ours) passTurn();
    ours = false;
  };
  await comeIn(number, token, passOnce).finally(passOnce);
}

/** `passTurn`: whoever stands in line keeps nobody else from asking the door. */
async function comeIn(number: number, token: string, passTurn: () => void): Promise<void> {
  if (stopping) return;
  const listener = new Listener(target, {
    line: (place) => {
      passTurn();
      tell({ told: "line", number, place });
    },
    torn: (reason) => tell({ told: "torn", number, reason }),
  });
  listeners.set(number, listener);
  const came = await listener.comeIn(token);
  if (!("at" in came)) return tell({ told: "in", number, ...came });
  listeners.delete(number);
  tell({ told: "not-in", number, why: came });
}

async function turn(): Promise<void> {
  if (joining >= JOIN_TOGETHER) await new Promise<void>((resolve) => waiting.push(resolve));
  joining++;
}

function passTurn(): void {
  joining--;
  waiting.shift()?.();
}

async function sample(number: number): Promise<void> {
  const read = [...listeners].map(async ([listener, each]) => [listener, await each.counters()] as const);
  const counters = (await Promise.all(read)).flatMap(([listener, each]) => (each ? [[listener, each] as const] : []));
  const { user, system } = process.cpuUsage();
  tell({
    told: "heard",
    sample: number,
    counters: counters.map((one) => [...one]),
    processorMs: (user + system) / 1e3,
  });
}

async function release(numbers: number[]): Promise<void> {
  const leaving = numbers.flatMap((number) => listeners.get(number) ?? []);
  let seatsLeft = 0;
  while (leaving.length > 0) {
    const left = await Promise.all(leaving.splice(0, LEAVE_TOGETHER).map((listener) => listener.leave()));
    seatsLeft += left.filter((gone) => !gone).length;
  }
  for (const number of numbers) listeners.delete(number);
  tell({ told: "released", numbers, seatsLeft });
}

/** The library is not disposed of: it may drop what it has dropped already, and that would end the process as a fault. */
async function stop(): Promise<void> {
  stopping = true;
  await release([...listeners.keys()]);
  process.exit(0);
}

await quietLibrary();
process.on("message", (order: Order) => {
  if (order.do === "join") void join(order.number, order.token, order.afterMs);
  else if (order.do === "sample") void sample(order.sample);
  else if (order.do === "release") void release(order.numbers);
  else void stop();
});
process.on("disconnect", () => void stop());
// A terminal's Ctrl-C reaches the whole group; the seats are given back when the tool says so.
process.on("SIGINT", () => undefined);
