import { z } from "zod";
import { REFUSAL_STATUS } from "@/lib/wire/refusals";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** What a handler says of itself; a question has no input. */
type Spec = { summary: string; who?: "member" | "person" | "anyone"; input?: z.ZodType; status?: number };

type RouteModule = Partial<Record<(typeof METHODS)[number], { spec?: Spec }>>;

const WHO: Record<NonNullable<Spec["who"]>, string> = {
  member: "For signed-in people.",
  person: "For signed-in people and guests.",
  anyone: "For everyone.",
};

/** The OpenAPI page of the routes, each with its path of files: `/api/rooms/[roomId]/route.ts`. Handlers without a spec are left out. */
export function describeApi(routes: [path: string, module: object][]) {
  const paths: Record<string, object> = {};
  for (const [file, module] of routes) {
    const path = file.replace(/\/route\.ts$/, "").replace(/\[([^\]]+)\]/g, "{$1}");
    const operations = METHODS.flatMap((method) => {
      const spec = (module as RouteModule)[method]?.spec;
      return spec ? [[method.toLowerCase(), operation(path, spec)] as const] : [];
    });
    if (operations.length > 0) paths[path] = Object.fromEntries(operations);
  }
  return {
    openapi: "3.1.0",
    info: { title: "Plenum", version: "1", description: "Everything the pages do goes through these routes." },
    security: [{ accessToken: [] }, { session: [] }, {}],
    paths,
    components: { securitySchemes, schemas: { Refusal: refusal } },
  };
}

function operation(path: string, { summary, who, input, status = 200 }: Spec) {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? "");
  return {
    summary,
    ...(who ? { description: WHO[who] } : {}),
    ...(names.length > 0 ? { parameters: names.map(parameter) } : {}),
    ...(input ? requestBody(input) : {}),
    responses: {
      [status]: { description: "Done. An answer without a body has the status 204." },
      default: { description: "Refused.", content: { "application/json": { schema: { $ref: REFUSAL } } } },
    },
  };
}

function parameter(name: string) {
  const isId = name.endsWith("Id");
  return { name, in: "path", required: true, schema: { type: "string", ...(isId ? { format: "uuid" } : {}) } };
}

/** None where the input is empty. */
function requestBody(input: z.ZodType) {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
  if (schema.type === "object" && Object.keys(schema.properties ?? {}).length === 0) return {};
  return { requestBody: { content: { "application/json": { schema } } } };
}

const REFUSAL = "#/components/schemas/Refusal";

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
