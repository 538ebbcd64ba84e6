import { z } from "zod";
import { GENERAL_REFUSALS, REFUSAL_STATUS, type RefusalCode } from "@/lib/wire/refusals";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** What a handler says of itself. A question has `asked` and no `input`; `stream`: its answer is server-sent events. */
export type Spec = {
  summary: string;
  who?: "member" | "person" | "anyone";
  asked?: z.ZodType;
  input?: z.ZodType;
  /** The body is bytes, and the input stands behind `?`. */
  bytesUpTo?: number;
  output?: z.ZodType;
  also?: Readonly<Record<number, z.ZodType>>;
  refusals?: readonly RefusalCode[];
  status?: number;
  stream?: boolean;
  /** The limit that is counted before it runs; `searches`: the one on searches is. */
  limit?: string | object;
  searches?: boolean;
};

export type Operation = { method: string; path: string; spec: Spec };

type RouteModule = Partial<Record<(typeof METHODS)[number], { spec?: Spec }>>;

const WHO: Record<NonNullable<Spec["who"]>, string> = {
  member: "For signed-in people.",
  person: "For signed-in people and guests.",
  anyone: "For everyone.",
};

/** Every operation of the routes, each with its path of files: `/api/rooms/[roomId]/route.ts`. Handlers without a spec are left out. */
export function operationsOf(routes: [file: string, module: object][]): Operation[] {
  return routes.flatMap(([file, module]) => {
    const path = file.replace(/\/route\.ts$/, "").replace(/\[([^\]]+)\]/g, "{$1}");
    return METHODS.flatMap((method) => {
      const spec = (module as RouteModule)[method]?.spec;
      return spec ? [{ method, path, spec }] : [];
    });
  });
}

/** Of each schema that a file of lib/wire exports: the file, without its ending, and the name. */
export type Exports = ReadonlyMap<z.ZodType, { file: string; name: string }>;

/** The OpenAPI page of these operations. What they answer stands once, by the name that lib/wire gives it. */
export function describeApi(operations: Operation[], exported: Exports) {
  const named = nameAnswers(exported);
  const paths: Record<string, Record<string, object>> = {};
  for (const { method, path, spec } of operations) {
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(method, path, spec, named) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Plenum", version: "1", description: "Everything the pages do goes through these routes." },
    security: [{ accessToken: [] }, { session: [] }, {}],
    paths,
    components: { securitySchemes, schemas: { Refusal: refusal, ...answerSchemas(named) } },
  };
}

type Named = ReturnType<typeof nameAnswers>;

function nameAnswers(exported: Exports) {
  const named = z.registry<{ id: string }>();
  for (const [schema, { file, name }] of exported) {
    if (/\/(views|mine|door)$/.test(file) && schema instanceof z.ZodType) {
      named.add(schema, { id: name.charAt(0).toUpperCase() + name.slice(1) });
    }
  }
  return named;
}

function answerSchemas(named: Named) {
  const { schemas } = z.toJSONSchema(named, { uri: (id) => `${SCHEMAS}${id}`, io: "output", override: withoutPattern });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]));
}

function describeOperation(method: string, path: string, spec: Spec, named: Named) {
  const takesBytes = spec.bytesUpTo !== undefined;
  const parameters = [...namesIn(path).map(inPath), ...behindQuestionMark(takesBytes ? spec.input : spec.asked)];
  return {
    summary: spec.summary,
    ...(spec.who ? { description: WHO[spec.who] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(takesBytes ? BYTES : requestBody(spec.input)),
    responses: { ...successes(spec, named), ...refusals(method, spec) },
  };
}

export const namesIn = (path: string): string[] => [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? "");

const inPath = (name: string) => ({
  name,
  in: "path",
  required: true,
  schema: { type: "string", ...(name.endsWith("Id") ? { format: "uuid" } : {}) },
});

/** Where one of several shapes may be asked, a name is required only where each of them wants it. */
function behindQuestionMark(asked: z.ZodType | undefined) {
  if (!asked) return [];
  const schema = jsonSchema(asked, "input");
  const shapes = (schema.anyOf ?? [schema]) as { properties?: Record<string, object>; required?: string[] }[];
  const names = [...new Set(shapes.flatMap(({ properties = {} }) => Object.keys(properties)))];
  return names.map((name) => ({
    name,
    in: "query",
    required: shapes.every(({ required = [] }) => required.includes(name)),
    schema: shapes.find(({ properties }) => properties?.[name])?.properties?.[name] ?? {},
  }));
}

const BYTES = { requestBody: { required: true, content: { "application/octet-stream": {} } } };

/** None where the input is empty. */
function requestBody(input: z.ZodType | undefined) {
  if (!input) return {};
  const schema = jsonSchema(input, "input");
  if (schema.type === "object" && Object.keys(schema.properties ?? {}).length === 0) return {};
  return { requestBody: { content: { "application/json": { schema } } } };
}

function successes({ output, also = {}, status = 200, stream }: Spec, named: Named) {
  if (stream)
    return { 200: { description: "Events, until either side ends them.", content: { "text/event-stream": {} } } };
  const first = output && !(output instanceof z.ZodNull) ? [status, output] : [204, undefined];
  return Object.fromEntries(
    [first as [number, z.ZodType | undefined], ...Object.entries(also)].map(([code, schema]) => [
      code,
      schema
        ? {
            description: "Done.",
            content: { "application/json": { schema: { $ref: `${SCHEMAS}${named.get(schema)?.id}` } } },
          }
        : { description: "Done; the answer has no body." },
    ]),
  );
}

/** By status, each with the codes that it may carry. */
function refusals(method: string, { who, asked, input, refusals: own, stream, limit, searches }: Spec) {
  const codes = new Set<RefusalCode>(own ?? (stream ? [] : ["not_found"]));
  if (who === "member" || who === "person") codes.add("not_signed_in");
  if (who === "member") codes.add("members_only");
  if (asked || input) codes.add("bad_input");
  if (typeof limit === "string" || searches) codes.add("too_many");
  for (const code of method === "GET" ? GENERAL_REFUSALS.questions : GENERAL_REFUSALS.commands) codes.add(code);
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of [...codes].sort()) {
    const status = REFUSAL_STATUS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, listed]) => [
      status,
      {
        description: `Refused: ${listed.join(", ")}.`,
        content: { "application/json": { schema: { $ref: REFUSAL } } },
      },
    ]),
  );
}

function jsonSchema(schema: z.ZodType, io: "input" | "output") {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", override: withoutPattern });
  return rest;
}

/** `format` says what ids and times are; the pattern beside it is a line of signs that nobody reads. */
function withoutPattern({ jsonSchema }: { jsonSchema: { format?: string; pattern?: string } }): void {
  if (jsonSchema.format === "uuid" || jsonSchema.format === "date-time") delete jsonSchema.pattern;
}

const SCHEMAS = "#/components/schemas/";

const REFUSAL = `${SCHEMAS}Refusal`;

const refusal = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      description: "Besides code and message, the facts that the reader needs, such as retryAfterSeconds.",
      required: ["code", "message"],
      properties: { code: { enum: Object.keys(REFUSAL_STATUS) }, message: { type: "string" } },
      additionalProperties: { type: ["string", "number", "boolean"] },
    },
  },
};

const securitySchemes = {
  accessToken: { type: "http", scheme: "bearer", description: "A personal access token." },
  session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
};
