const answer = async (): Promise<Response> => Response.json({ ok: true });

/** Asks nothing and nobody. */
export const GET = Object.assign(answer, { spec: { summary: "Whether this process answers" } });

export const dynamic = "force-dynamic";
