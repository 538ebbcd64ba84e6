import { SITEMAP_KEPT_SECONDS, sitemap } from "@/lib/server/queries/sharing/sitemap";

/** Known only where the product runs. */
export const dynamic = "force-dynamic";

/** What of this house everybody may find, in files of 50,000 addresses. */
export async function GET(): Promise<Response> {
  const headers = { "Content-Type": "application/xml", "Cache-Control": `public, max-age=${SITEMAP_KEPT_SECONDS}` };
  return new Response(await sitemap(), { headers });
}
