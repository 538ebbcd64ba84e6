/** Whether this process answers; asks nothing and nobody. */
export const GET = async (): Promise<Response> => Response.json({ ok: true });

export const dynamic = "force-dynamic";
