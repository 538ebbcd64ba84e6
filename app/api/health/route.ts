import { healthAnswer } from "@/lib/wire/operating/views";

const answer = async (): Promise<Response> => Response.json({ ok: true });

/** Asks nothing and nobody. */
export const GET = Object.assign(answer, {
  spec: { summary: "Whether this process answers", output: healthAnswer, refusals: [] },
});

export const dynamic = "force-dynamic";
