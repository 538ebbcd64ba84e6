import { vi } from "vitest";
import type { z } from "zod";
import type { Params } from "@/lib/server/http/command";
import type { RefusalBody } from "@/lib/wire/refusals";
import { GENERAL_REFUSALS, REFUSAL_STATUS, type RefusalCode } from "@/lib/wire/refusals";

/**
 * In every integration test every answer of every route is held to what the route says of itself, in the shapes and codes
 * that openapi.json and the client's types are made of. An answer that says more, less or something else fails its test.
 */
vi.mock("@/lib/server/http/command", async (original) => {
  const real = await original<typeof import("@/lib/server/http/command")>();
  const command: typeof real.command = (definition) => held(real.command(definition), "commands");
  return { ...real, command };
});

vi.mock("@/lib/server/http/query", async (original) => {
  const real = await original<typeof import("@/lib/server/http/query")>();
  const query: typeof real.query = (definition) => held(real.query(definition), "questions");
  return { ...real, query };
});

type Spec = {
  summary: string;
  who: string;
  output: z.ZodType;
  also?: Readonly<Record<number, z.ZodType>>;
  refusals?: readonly RefusalCode[];
  status?: number;
};

type Context = { params: Promise<Params> };

type Handler = ((request: Request, context: Context) => Promise<Response>) & { spec: Spec };

function held<H extends Handler>(handler: H, kind: keyof typeof GENERAL_REFUSALS): H {
  const watched = async (request: Request, context: Context): Promise<Response> => {
    const answer = await handler(request, context);
    await hold(handler.spec, answer.clone(), kind);
    return answer;
  };
  return Object.assign(watched, { spec: handler.spec }) as H;
}

async function hold(spec: Spec, answer: Response, kind: keyof typeof GENERAL_REFUSALS): Promise<void> {
  const broken = (why: string): never => {
    throw new Error(`“${spec.summary}” answers what it does not say: ${why}`);
  };
  if (answer.status === 304) return;
  const text = await answer.text();
  if (answer.ok) {
    const { status = 200, output, also = {} } = spec;
    const schema = also[answer.status] ?? output;
    const value = text === "" ? null : JSON.parse(text);
    const expected = text === "" ? 204 : answer.status in also ? answer.status : status;
    if (answer.status !== expected) broken(`status ${answer.status}`);
    const parsed = schema.safeParse(value);
    if (!parsed.success) broken(parsed.error.message);
    return;
  }
  const { code, message }: RefusalBody["error"] = JSON.parse(text).error;
  if (REFUSAL_STATUS[code] !== answer.status) broken(`${code} with status ${answer.status}`);
  if (message === "") broken(`${code} without a message`);
  const general: readonly RefusalCode[] = GENERAL_REFUSALS[kind];
  const byCaller: readonly RefusalCode[] = ["not_signed_in", "members_only", "bad_input", "not_found", "too_many"];
  const own = spec.refusals ?? ["not_found"];
  if (![...general, ...byCaller, ...own].includes(code)) broken(`the refusal ${code}`);
}
