import type { z } from "zod";
import { type Exports, namesIn, type Operation } from "./describe-api";

/**
 * The text of lib/wire/api.ts: every operation with the types of what it takes and answers, each read off the schema that
 * the route itself checks with. Throws where a route uses a schema that lib/wire does not export.
 */
export function clientTypes(operations: Operation[], exported: Exports): string {
  const files = new Set<string>();
  const typeOf = (schema: z.ZodType, side: "input" | "output", of: Operation): string => {
    const found = exported.get(schema);
    if (!found) throw new Error(`${of.method} ${of.path}: export its ${side} from lib/wire`);
    files.add(found.file);
    return `z.${side}<typeof ${alias(found.file)}.${found.name}>`;
  };
  const lines = operations
    .filter(({ spec }) => spec.output)
    .map((operation) => {
      const { method, path, spec } = operation;
      const asked = spec.bytesUpTo === undefined ? spec.asked : spec.input;
      const params = namesIn(path).map((name) => `${name}: string`);
      const answers = [spec.output, ...Object.values(spec.also ?? {})].filter((schema) => schema !== undefined);
      const parts = [
        params.length > 0 ? `params: { ${params.join("; ")} }` : "",
        asked ? `asked: ${typeOf(asked, "input", operation)}` : "",
        spec.input && asked !== spec.input && !isEmpty(spec.input)
          ? `input: ${typeOf(spec.input, "input", operation)}`
          : "",
        `answer: ${answers.map((schema) => typeOf(schema, "output", operation)).join(" | ")}`,
      ];
      return `  "${method} ${path.replace(/\{([^}]+)\}/g, ":$1")}": { ${parts.filter(Boolean).join("; ")} };`;
    });
  const imports = [...files].sort().map((file) => `import type * as ${alias(file)} from "./${file}";`);
  return `// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
${imports.join("\n")}

/** Every operation of the API: the names in its path, what stands behind the question mark, its body, and what a success answers. */
export type Api = {
${lines.join("\n")}
};
`;
}

/** `sign-in/inputs` → `signInInputs`. */
const alias = (file: string): string => file.replace(/[-/](\w)/g, (_, letter: string) => letter.toUpperCase());

const isEmpty = (schema: z.ZodType): boolean => "shape" in schema && Object.keys(schema.shape as object).length === 0;
