import type { Result } from "./run-load";

/** From here on the machine, which also makes the load, is what sets the limit. */
const MACHINE_BUSY_PERCENT = 90;

/** The table for people, one line each. Pure. */
export function tableOf(result: Result): string[] {
  const { corePercent, halls, notIn } = result;
  const lines = [
    "",
    `${result.clean} of ${result.listeners} listeners heard all of it cleanly; ${result.asked} were asked for, ${result.most} were in at most.`,
    row("hall", "listeners", "clean", "lost %", "made up %"),
    ...halls.map((hall) => row(nameOf(hall.hall), hall.listeners, hall.clean, hall.lostPercent, hall.concealedPercent)),
    `joins: p50 ${result.joinP50Ms} ms, p95 ${result.joinP95Ms} ms to the stage's track (the door's part ${result.doorP50Ms} and ${result.doorP95Ms} ms); ${result.lateJoins} later than 2 s`,
    `sound waits ${result.bufferMs} ms in the buffer, p95 ${result.bufferP95Ms} ms; ${result.silentListeners} missed a whole two seconds, the longest gap ${result.longestSilenceSeconds} s; ${result.torn} connections torn`,
    `cores: ${[...Object.entries(corePercent), ["listening", result.listeningCorePercent]].map(([name, share]) => `${name} ${share} %`).join(", ")}; the machine was ${result.machinePercent} % busy`,
  ];
  for (const [code, people] of Object.entries(notIn)) lines.push(`not in: ${people} × ${code}${hintOf(code)}`);
  if (result.farthestPlace > 0)
    lines.push(`the door made people wait in line, at most at place ${result.farthestPlace}`);
  if (result.ended === "overloaded") lines.push(`more were too many: ${result.why}`);
  if (result.ended === "overloaded" && result.machinePercent >= MACHINE_BUSY_PERCENT) {
    lines.push("this machine was at its end, its part in listening included: the servers alone carry more");
  }
  if (result.listeners > 0 && result.spokenTo === 0) {
    lines.push("Nobody spoke meanwhile, so that nothing was measured: somebody has to talk on the stage.");
  }
  if (result.seatsLeft > 0)
    lines.push(`${result.seatsLeft} seats were not given back; they end by themselves within a minute`);
  if (result.crashed > 0) lines.push(`${result.crashed} listening processes died`);
  return lines;
}

const nameOf = (hall: number): string => (hall === 0 ? "main hall" : `overflow ${hall}`);

const row = (name: string, ...figures: (string | number)[]): string =>
  `  ${name.padEnd(14)}${figures.map((figure) => String(figure).padStart(11)).join("")}`;

function hintOf(code: string): string {
  if (code === "too_many") return " (so many guests an address; members are counted by themselves: --tokens FILE)";
  if (code === "media_server_elsewhere") return " (the media server is not on this machine: --yes-i-own-this-server)";
  return "";
}
