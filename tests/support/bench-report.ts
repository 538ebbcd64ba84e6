import { cpus, totalmem } from "node:os";

type Figures = Record<string, number | boolean>;

/**
 * Ends a bench: the machine and a table for people, then one JSON object as the last line for machines.
 * `broken` are the invariants that do not hold; with any, the bench ends with code 1. A speed is no invariant.
 */
export function report(bench: string, figures: Figures, broken: string[]): void {
  const processors = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  console.log(
    `\n${bench}: ${processors.length} × ${processors[0]?.model.trim()}, ${gigabytes} GB, Node ${process.version}`,
  );
  for (const [name, figure] of Object.entries(figures)) console.log(`  ${name.padEnd(24)} ${figure}`);
  for (const invariant of broken) console.log(`  BROKEN: ${invariant}`);
  console.log(JSON.stringify({ bench, ...figures }));
  if (broken.length > 0) process.exitCode = 1;
}

/** The middle of the figures; the lower of two middles. */
export function median(figures: number[]): number {
  const sorted = figures.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

export const rounded = (figure: number, digits = 0): number => Number(figure.toFixed(digits));
