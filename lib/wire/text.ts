import { z } from "zod";
import { readName } from "@/lib/domain/names/read-name";
import { readProfileLink } from "@/lib/domain/people/profile-link";
import type { RefusalFacts } from "@/lib/domain/ruling";
import { readText, type TextRule } from "@/lib/domain/text/read-text";

/** Line ends kept in what may have several lines. What has more goes on in the last one. */
const MAX_LINES = 20;

type Needed = "needed" | "optional";

/** What somebody writes in several lines, cleaned. `needed`: something of it can be seen. `max`: in characters as readers count them. */
export const text = (max: number, needed: Needed = "needed") =>
  read({ needed: needed === "needed", max, lines: MAX_LINES });

/** The same on one line: line ends become spaces. */
export const line = (max: number, needed: Needed = "needed") => read({ needed: needed === "needed", max, lines: 0 });

/** What a person calls themselves: a line that passes for nobody who runs the place. */
export const personName = judged(readName, "A person's name: one line of at most 60 characters.");

/** An address that a profile leads to. */
export const profileLink = judged(readProfileLink, "An https address of a public host, of at most 500 characters.");

function read(rule: TextRule) {
  const kind = rule.lines > 0 ? "Text" : "One line";
  return judged(
    (raw) => readText(raw, rule),
    `${kind} of at most ${rule.max} characters as readers count them; cleaned.`,
  );
}

type Judged = { ok: true; value: string } | { ok: false; refusal: string; facts?: RefusalFacts };

/** A refusal of the rule becomes the reason of `bad_input`, with its facts. */
function judged(rule: (raw: string) => Judged, description: string) {
  return z
    .string()
    .meta({ description })
    .transform((raw, context) => {
      const ruling = rule(raw);
      if (ruling.ok) return ruling.value;
      context.addIssue({ code: "custom", message: ruling.refusal, params: ruling.facts });
      return z.NEVER;
    });
}
