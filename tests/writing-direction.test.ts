import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What is drawn and not written, and so looks the same in every language. */
const DRAWN: Record<string, string> = {
  "components/room/roster/seat-map.tsx": "its names stand over a canvas, which has a left and no beginning",
  "components/profile/profile-links.tsx": "addresses are written left to right, and so is the sign beside them",
  "lib/domain/portraits/crop.ts": "a picture's right is the same to everybody",
};

/** Utilities that name a side, and one that Chromium has under its old name alone (side-of-parent). The start and the end of a line are ms, me, ps, pe, start, end, text-start, border-s, rounded-s. */
const PHYSICAL =
  /^-?(?:(?:scroll-)?[mp][lr]-|(?:left|right)-|border-[lr](?:$|-)|rounded-(?:l|r|tl|tr|bl|br)(?:$|-)|(?:text|float|clear|object|bg)-(?:left|right)$|origin-(?:\w+-)?(?:left|right)$|translate-x-|\[text-align:match-parent\]$|bg-(?:linear|gradient)-to-\w?[lr]$)/;

/** The same of declarations. */
const PHYSICAL_CSS =
  /(?<![\w-])(?:(?:scroll-)?(?:margin|padding)|border)-(?:left|right)\b|(?<![\w-])(?:left|right)\s*:|\b(?:text-align|float|clear)\s*:\s*(?:left|right)\b|border-(?:top|bottom)-(?:left|right)-radius/;

const PHYSICAL_STYLE = /\b(?:(?:margin|padding|border|scrollMargin|scrollPadding)(?:Left|Right)\w*|left|right)\s*:/;

/** Signs that point along the line; play, volume, a tick or a logo do not. */
const POINTING =
  /^(?:arrow|chevrons?|move|corner|step|fast)-.*(?:left|right)|^(?:log|panel|skip|send|reply|forward|undo|redo|external|list-(?:start|end))/;

describe("every layout can be turned round", () => {
  it("names no side, in classes, styles and style sheets", () => {
    expect(found(sources(".tsx"), sidesNamed)).toEqual([]);
    expect(found(sources(".css"), (css) => declarations(css).filter((line) => PHYSICAL_CSS.test(line)))).toEqual([]);
  });

  it("turns what points along the line, signs and keys", () => {
    expect(found([...sources(".tsx"), ...sources(".ts")], unturned)).toEqual([]);
  });

  it("finds each of these", () => {
    for (const name of "ml-2 -mr-4 md:pl-1 left-0 sm:-right-2 text-right border-l rounded-tr-lg hover:translate-x-1".split(
      " ",
    ))
      expect(sidesNamed(`<p className="flex ${name}">`), name).toEqual([name]);
    expect(sidesNamed(`<p className="origin-left rtl:origin-right ms-2 start-1/2 inset-x-0 border-line">`)).toEqual([]);
    expect(sidesNamed("<p style={{ top: 0, left: x }}>")).toHaveLength(1);
    expect(sidesNamed(`<p className="-space-x-2 rtl:space-x-reverse">`)).toEqual(["rtl:space-x-reverse"]);
    expect(unturned('import X from "lucide-react/icons/arrow-left";\n<X className="size-5" />')).toEqual(["X"]);
    expect(unturned('import X from "lucide-react/icons/arrow-left";\n<X className="rtl:rotate-180" />')).toEqual([]);
    expect(unturned('if (key === "ArrowLeft") back();')).toEqual(["ArrowLeft"]);
    expect("margin-left: 1px".match(PHYSICAL_CSS)).not.toBeNull();
  });
});

/** Classes that name a side, unless the same line says what the other direction has instead; and styles that do. */
function sidesNamed(source: string): string[] {
  const classes = source.split("\n").flatMap((line) => {
    const names = line.split(/[\s{}<>()"'`;,]+/);
    const turned = names.filter((name) => /(?:^|:)rtl:/.test(name)).map((name) => familyOf(bare(name)));
    const sides = names.filter((name) => PHYSICAL.test(bare(name)) && !turned.includes(familyOf(bare(name))));
    // Tailwind's space-x turns by itself, and this would turn it back.
    return [...sides, ...names.filter((name) => bare(name) === "space-x-reverse")];
  });
  const styles = [...source.matchAll(/style=\{\{[^}]*\}\}/g)].map(([style]) => style);
  return [...classes, ...styles.filter((style) => PHYSICAL_STYLE.test(style))];
}

/** A utility without its variants and its mark of weight. */
const bare = (name: string): string => name.replace(/^(?:(?:[^:[\]]|\[[^\]]*\])+:)+/, "").replace(/^!|!$/g, "");

const familyOf = (name: string): string => name.replace(/^-/, "").replace(/-(?:left|right|\d.*|\[.*)$/, "");

/** Signs that point and are not mirrored, and keys that point where nobody asks which way the line runs. */
function unturned(source: string): string[] {
  const signs = [...source.matchAll(/import (\w+) from "lucide-react\/icons\/([\w-]+)"/g)].filter(([, , sign]) =>
    POINTING.test(sign ?? ""),
  );
  const still = signs.flatMap(([, name = ""]) => {
    const shown = [...source.matchAll(new RegExp(`<${name}\\b[^>]*>`, "g"))];
    return shown.every(([element]) => element.includes("rtl:")) ? [] : [name];
  });
  const keys = /"Arrow(?:Left|Right)"/.exec(source);
  return keys && !/\bdirection\b/.test(source) ? [...still, keys[0].slice(1, -1)] : still;
}

const declarations = (css: string): string[] => css.replace(/\/\*[\s\S]*?\*\//g, "").split("\n");

/** What is wrong in which of these files. */
const found = (paths: string[], look: (source: string) => string[]): Record<string, string[]>[] =>
  paths
    .map((path) => ({ [path]: look(read(path)) }))
    .filter((each) => Object.values(each).some(({ length }) => length > 0));

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** Files that draw pages, by their path from the root; without those that are drawn the same for everybody. */
const sources = (ending: string): string[] =>
  ["app", "components", "lib/client", "lib/domain"]
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => posix.join(folder, file)),
    )
    .filter((path) => path.endsWith(ending) && !(path in DRAWN));
