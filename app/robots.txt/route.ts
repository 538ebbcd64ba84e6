import { env } from "@/lib/env";

/** Known only where the product runs. */
export const dynamic = "force-dynamic";

/** Pages that are nobody's to find. Whoever may know of a room or a person is not decided here: those pages judge by themselves. */
const PRIVATE = ["/api/", "/admin", "/settings", "/sign-in", "/rooms/new", "/clubs/new", "/dev/", "/unsubscribe/"];

export function GET(): Response {
  const lines = [
    "User-agent: *",
    "Allow: /api/oembed",
    ...PRIVATE.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${new URL("/sitemap.xml", env().PLENUM_URL).href}`,
    "",
  ];
  return new Response(lines.join("\n"), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
