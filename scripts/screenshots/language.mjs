import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { language: { type: "string", default: "en" } } });

/** The language of the pictures, by `--language`. */
export const language = values.language;

/** What a browser asks for whose person reads that language. */
export const locale = language === "en" ? "en-GB" : language;

/** The texts of the pages in it. */
export const words = JSON.parse(readFileSync(new URL(`../../lib/i18n/${language}.json`, import.meta.url), "utf8"));
