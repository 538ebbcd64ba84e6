import { readiness } from "@/lib/server/queries/readiness";
import { readyAnswer } from "@/lib/wire/operating/views";

/** 503 with the same body while something is missing. */
async function answer(): Promise<Response> {
  const state = await readiness();
  return Response.json(state, {
    status: state.ready ? 200 : 503,
    headers: { "Cache-Control": "no-store", ...(state.ready ? {} : { "Retry-After": "2" }) },
  });
}

export const GET = Object.assign(answer, {
  spec: {
    summary: "Whether Postgres, its migrations and the media server are there",
    output: readyAnswer,
    also: { 503: readyAnswer },
    refusals: [],
  },
});

export const dynamic = "force-dynamic";
