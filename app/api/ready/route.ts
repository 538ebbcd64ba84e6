import { readiness } from "@/lib/server/queries/readiness";

/** Whether what the answers need is there: Postgres, its migrations, the media server. 503 while something is missing. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  return Response.json(state, {
    status: state.ready ? 200 : 503,
    headers: { "Cache-Control": "no-store", ...(state.ready ? {} : { "Retry-After": "2" }) },
  });
}

export const dynamic = "force-dynamic";
