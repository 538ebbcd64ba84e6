import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { coveredBy } from "./covered";
import { unpackWoff } from "./unpack-woff";

/**
 * Scripts of whose alphabet a picture can be made. Chinese, Japanese and Korean are not among them: their fonts are 200 MB
 * of packages for a picture whose title every preview prints beside it as text.
 */
const FONTS = {
  "noto-sans": ["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "devanagari"],
  "noto-sans-arabic": ["arabic"],
  "noto-sans-hebrew": ["hebrew"],
  "noto-sans-thai": ["thai"],
};

const WEIGHTS = [400, 700];

export type CardFonts = {
  /** Whether each character of a text has a glyph, so that none turns into a box. */
  covers: (text: string) => boolean;
};

/**
 * Unpacks the fonts, once a process, into a folder of its own, and tells fontconfig of them alone: a picture is the same on
 * every machine. Call it before anything is drawn.
 */
export const cardFonts = (): CardFonts => oncePerProcess("cardFonts", unpackFonts);

function unpackFonts(): CardFonts {
  const folder = mkdtempSync(join(tmpdir(), "plenum-fonts-"));
  mkdirSync(join(folder, "cache"));
  const covered = new Set<number>();
  for (const [family, subsets] of Object.entries(FONTS)) {
    for (const subset of subsets) {
      for (const weight of WEIGHTS) {
        const name = `${family}-${subset}-${weight}-normal`;
        const font = unpackWoff(readFileSync(join(packageFolder(family), "files", `${name}.woff`)));
        for (const point of coveredBy(font)) covered.add(point);
        writeFileSync(join(folder, `${name}.ttf`), font);
      }
    }
  }
  writeFileSync(join(folder, "fonts.conf"), configOf(folder));
  process.env.FONTCONFIG_FILE = join(folder, "fonts.conf");
  return { covers: (text) => [...text.replace(UNSEEN, "")].every((sign) => covered.has(sign.codePointAt(0) ?? 0)) };
}

/** Needs no glyph. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

const packageFolder = (family: string): string => join(process.cwd(), "node_modules/@fontsource", family);

const configOf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${join(folder, "cache")}</cachedir></fontconfig>
`;
