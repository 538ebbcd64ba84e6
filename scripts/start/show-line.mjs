import { dim, red, say, yellow } from "./say.mjs";

const WARNING = 40;
const ERROR = 50;
const WIDTH = 200;

/** Shows a line of a child's log at the terminal if it is a warning or worse; everything stays in the log. */
export function showLine(name, line) {
  const found = level(line);
  if (!found) return;
  const paint = found.level >= ERROR ? red : yellow;
  say(`${dim(`${name.padEnd(8)} │`)} ${paint(found.text.slice(0, WIDTH))}`);
}

function level(line) {
  if (line.startsWith("{")) {
    try {
      const entry = JSON.parse(line);
      if (typeof entry.level === "number" && entry.level >= WARNING)
        return { level: entry.level, text: inWords(entry) };
      return null;
    } catch {
      return null;
    }
  }
  // Postgres says this of every connection that a restart or a stop cuts.
  if (line.includes("terminating connection due to administrator command")) return null;
  if (/\b(FATAL|PANIC)\b/.test(line)) return { level: ERROR, text: line };
  if (/^\s*(\w*Error|⨯)/.test(line)) return { level: ERROR, text: line.trim() };
  return null;
}

function inWords(entry) {
  const reason = entry.err?.message ?? entry.error?.message ?? "";
  return [entry.msg, reason].filter(Boolean).join(": ");
}
