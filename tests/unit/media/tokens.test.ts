import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../../app/globals.css", import.meta.url), "utf8");
const root = css.slice(css.indexOf(":root {"), css.indexOf("@theme inline"));
const day = tokens(root.slice(0, root.indexOf("@variant night")));
const themes = { day, night: { ...day, ...tokens(root.slice(root.indexOf("@variant night"))) } };

/** Text on what it stands on: 4.5 (WCAG AA). Borders and marks that carry meaning: 3. */
const PAIRS: [text: string, ground: string, least: number][] = [
  ["ink", "paper", 4.5],
  ["ink", "card", 4.5],
  ["ink", "raised", 4.5],
  ["ink", "glow", 4.5],
  ["soft", "paper", 4.5],
  ["soft", "card", 4.5],
  ["soft", "raised", 4.5],
  ["soft", "glow", 4.5],
  ["light-ink", "paper", 4.5],
  ["light-ink", "card", 4.5],
  ["light-ink", "glow", 4.5],
  ["stop", "paper", 4.5],
  ["stop", "card", 4.5],
  ["stop", "stop-wash", 4.5],
  ["on-act", "act", 4.5],
  ["on-act", "act-over", 4.5],
  ["edge", "card", 3],
  ["edge", "paper", 3],
  ["seat-on", "card", 3],
  ["seat-on", "paper", 3],
];

describe.each(Object.entries(themes))("by %s", (_theme, colours) => {
  it.each(PAIRS)("%s can be read on %s", (text, ground, least) => {
    expect(contrast(colours[text] ?? "", colours[ground] ?? "")).toBeGreaterThanOrEqual(least);
  });
});

it("has every colour by day also by night", () => {
  const night = tokens(root.slice(root.indexOf("@variant night")));
  expect(Object.keys(night).toSorted()).toEqual(Object.keys(day).toSorted());
});

function tokens(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
