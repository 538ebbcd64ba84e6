const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code) => (text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

export const dim = paint(2);
export const bold = paint(1);
export const green = paint(32);
export const red = paint(31);
export const yellow = paint(33);

const SHOWN_AFTER_MS = 700;

// A closed terminal must not take the supervisor down before it has stopped its children.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

/** One line for the person at the terminal. */
export function say(line = "") {
  process.stdout.write(`${line}\n`);
}

/**
 * Does one step of the start and shows it with its time. A step that takes a moment is announced first.
 * @template Value
 * @param {string} name what the person reads
 * @param {(note: (text: string) => void) => Promise<Value> | Value} act may note what it found: "cached", "PostgreSQL 18"
 */
export async function step(name, act) {
  const from = performance.now();
  let noted = "";
  const announced = setTimeout(() => say(dim(`  … ${name}`)), SHOWN_AFTER_MS);
  try {
    const value = await act((text) => {
      noted = text;
    });
    say(`  ${green("✓")} ${name.padEnd(16)} ${dim(`${seconds(from).padStart(7)}  ${noted}`)}`);
    return value;
  } catch (error) {
    say(`  ${red("✗")} ${name.padEnd(16)} ${dim(seconds(from).padStart(7))}`);
    throw error;
  } finally {
    clearTimeout(announced);
  }
}

const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;
