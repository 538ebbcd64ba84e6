import type { z } from "zod";
import { granted, type RefusalFacts, type Ruling, refused } from "@/lib/domain/ruling";
import { unstorableText } from "./honest-text";

/** Greatest body of a write. Nothing of ours is near it; more is refused before it is read whole. */
const MAX_BODY_BYTES = 64 * 1024;

/** Deeper JSON than this is refused before zod walks it. */
const MAX_DEPTH = 12;

/** Reads and parses a JSON body; an empty body is `{}`. Never throws for bad input. */
export async function readInput<Input>(
  request: Request,
  schema: z.ZodType<Input>,
): Promise<Ruling<Input, "bad_input" | "too_large">> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) return refused("too_large");
  const text = await readText(request).catch(() => undefined);
  // A caller who hangs up in the middle of a body is no fault of ours, and gets no answer anyway.
  if (text === undefined) return refused("bad_input", { reason: "cut_off" });
  if (text === null) return refused("too_large");
  const body = parseJson(text);
  return body === undefined ? refused("bad_input", { reason: "not_json" }) : judge(body, schema);
}

/** Reads and parses what stands in the address behind `?`, for a command whose body is no JSON. */
export async function readAsked<Input>(
  request: Request,
  schema: z.ZodType<Input>,
): Promise<Ruling<Input, "bad_input" | "too_large">> {
  return judge(Object.fromEntries(new URL(request.url).searchParams), schema);
}

function judge<Input>(given: unknown, schema: z.ZodType<Input>): Ruling<Input, "bad_input"> {
  const parsed = schema.safeParse(given);
  if (parsed.success) {
    // Asked of what was parsed: a field that tidies its text has done so by now.
    const field = unstorableText(parsed.data);
    return field === null ? granted(parsed.data) : refused("bad_input", { field, reason: "no_text" });
  }
  const issue = parsed.error.issues[0];
  const why: RefusalFacts = issue?.code === "custom" ? (issue.params ?? {}) : {};
  return refused("bad_input", { ...why, field: issue?.path.join(".") ?? "", reason: issue?.message ?? "" });
}

/** The whole body as text; null where it is longer than `maxBytes`, of which no more is read. */
export async function readText(request: Request, maxBytes = MAX_BODY_BYTES): Promise<string | null> {
  return (await readBytes(request, maxBytes))?.toString("utf8") ?? null;
}

/** The whole body; null where it is longer than `maxBytes`, of which no more is read. Throws where the caller hangs up in the middle. */
export async function readBytes(request: Request, maxBytes: number): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return null;
  if (!request.body) return Buffer.alloc(0);
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}

/** The parsed body; undefined where it is not JSON, or deeper than MAX_DEPTH. */
function parseJson(text: string): unknown {
  if (text.trim() === "") return {};
  if (depthOf(text) > MAX_DEPTH) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Counts brackets without parsing; brackets inside strings can only raise the count, and none of our inputs is near it. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const char of text) {
    if (char === "{" || char === "[") deepest = Math.max(deepest, ++depth);
    if (char === "}" || char === "]") depth--;
  }
  return deepest;
}
