import openapi from "@/lib/wire/openapi.json";

/** What the API takes and answers, for whoever writes a script. */
export const GET = (): Response => Response.json(openapi);

export const dynamic = "force-static";
