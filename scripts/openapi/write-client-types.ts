import type { z } from "zod";
import { type Exports, namesIn, type Operation } from "./describe-api";

const HEAD =
  "// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.\n";

/** Of resources whose schemas are everybody's. */
const NOUN_OF: Record<string, string> = {
  "me/providers": "account",
  "me/welcome": "onboarding",
  "me/calendar-key": "reminders",
  "mail-reminders": "reminders",
  "mail-reminders/confirmations": "reminders",
  unsubscribe: "notifications",
};

type Typed = { noun: string | null; resource: string; files: Set<string>; line: string };

/**
 * The texts of lib/wire/api.ts and of lib/wire/api/NOUN.ts, by their paths in lib/wire: every operation with the types of what it
 * takes and answers, each read off the schema that the route itself checks with. An operation stands with the noun of its schemas,
 * or of others of the same resource, else of the first word of its path. Throws where a route uses a schema that lib/wire does not export.
 */
export function clientTypes(operations: Operation[], exported: Exports): Record<string, string> {
  const described = operations.filter(({ spec }) => spec.output).map((operation) => typed(operation, exported));
  const known = new Set(described.map(({ noun }) => noun));
  const nounOf = ({ noun, resource, line }: Typed): string => {
    const sibling = described.find((one) => one.resource === resource && one.noun !== null);
    const first = resource.split("/")[0] ?? "";
    const found = noun ?? sibling?.noun ?? NOUN_OF[resource] ?? (known.has(first) ? first : null);
    if (!found) throw new Error(`${line.trim()}: say its noun in NOUN_OF`);
    return found;
  };
  const nouns = [...new Set(described.map(nounOf))].sort();
  const texts = nouns.map((noun) => [
    `api/${noun}.ts`,
    textOf(
      noun,
      described.filter((one) => nounOf(one) === noun),
    ),
  ]);
  return { ...Object.fromEntries(texts), "api.ts": indexOf(nouns) };
}

function typed(operation: Operation, exported: Exports): Typed {
  const { method, path, spec } = operation;
  const files = new Set<string>();
  const typeOf = (schema: z.ZodType, side: "input" | "output"): string => {
    const found = exported.get(schema);
    if (!found) throw new Error(`${method} ${path}: export its ${side} from lib/wire`);
    files.add(found.file);
    return `z.${side}<typeof ${alias(found.file)}.${found.name}>`;
  };
  const asked = spec.bytesUpTo === undefined ? spec.asked : spec.input;
  const params = namesIn(path).map((name) => `${name}: string`);
  const answers = [spec.output, ...Object.values(spec.also ?? {})].filter((schema) => schema !== undefined);
  const parts = [
    params.length > 0 ? `params: { ${params.join("; ")} }` : "",
    asked ? `asked: ${typeOf(asked, "input")}` : "",
    spec.input && asked !== spec.input && !isEmpty(spec.input) ? `input: ${typeOf(spec.input, "input")}` : "",
    `answer: ${answers.map((schema) => typeOf(schema, "output")).join(" | ")}`,
  ];
  const line = `  "${method} ${path.replace(/\{([^}]+)\}/g, ":$1")}": { ${parts.filter(Boolean).join("; ")} };`;
  const noun = [...files].find((file) => file.includes("/"))?.split("/")[0] ?? null;
  return { noun, resource: resourceOf(path), files, line };
}

/** `/api/rooms/{roomId}/hands/{personId}` → `rooms/hands`. */
const resourceOf = (path: string): string =>
  path
    .split("/")
    .slice(2)
    .filter((part) => !part.startsWith("{"))
    .slice(0, 2)
    .join("/");

function textOf(noun: string, described: readonly Typed[]): string {
  const files = [...new Set(described.flatMap((one) => [...one.files]))].sort();
  return `${HEAD}import type { z } from "zod";
${files.map((file) => `import type * as ${alias(file)} from "@/lib/wire/${file}";`).join("\n")}

export type ${typeName(noun)} = {
${described.map(({ line }) => line).join("\n")}
};
`;
}

const indexOf = (nouns: readonly string[]): string => `${HEAD}${nouns
  .map((noun) => `import type { ${typeName(noun)} } from "./api/${noun}";`)
  .join("\n")}

/** Every operation of the API: the names in its path, what stands behind the question mark, its body, and what a success answers. */
export type Api = ${nouns.map(typeName).join(" & ")};
`;

/** `sign-in/inputs` → `signInInputs`. */
const alias = (file: string): string => file.replace(/[-/](\w)/g, (_, letter: string) => letter.toUpperCase());

/** `sign-in` → `SignInApi`. */
const typeName = (noun: string): string => `${alias(`-${noun}`)}Api`;

const isEmpty = (schema: z.ZodType): boolean => "shape" in schema && Object.keys(schema.shape as object).length === 0;
