import { Parser } from "htmlparser2";
import { cleanText } from "@/lib/domain/text/clean-text";
import { firstOf, lengthOf } from "@/lib/domain/text/length";

const MAX_CHARACTERS = 140;

/** A page's title and site as it names them itself, cut and cleaned; empty where it does not. */
export function readTitle(html: string): { title: string; site: string } {
  const found = { title: "", ogTitle: "", site: "" };
  let inTitle = false;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      inTitle = name === "title" && found.title === "";
      if (name !== "meta") return;
      if (attributes.property === "og:title") found.ogTitle ||= attributes.content ?? "";
      if (attributes.property === "og:site_name") found.site ||= attributes.content ?? "";
    },
    ontext: (text) => {
      if (inTitle) found.title += text;
    },
    onclosetag: (name) => {
      if (name === "title") inTitle = false;
    },
  });
  parser.end(html);
  return { title: clean(found.ogTitle || found.title), site: clean(found.site) };
}

function clean(text: string): string {
  const line = cleanText(text.replace(/\s+/g, " "));
  return lengthOf(line) <= MAX_CHARACTERS ? line : `${firstOf(line, MAX_CHARACTERS - 1)}…`;
}
