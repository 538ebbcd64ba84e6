import { SITEMAP_KEPT_SECONDS, sitemapPart } from "@/lib/server/queries/sharing/sitemap";

type Context = { params: Promise<{ part: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const text = await sitemapPart((await params).part);
  if (text === null) return new Response(null, { status: 404 });
  const headers = { "Content-Type": "application/xml", "Cache-Control": `public, max-age=${SITEMAP_KEPT_SECONDS}` };
  return new Response(text, { headers });
}
