import { headers } from "next/headers";
import { scriptText } from "@/lib/domain/sharing/json-ld";

/** What a page tells search engines of itself. No script runs in it; it bears the page's nonce like all that look like one. */
export async function JsonLd({ facts }: { facts: object | null }) {
  if (!facts) return null;
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would turn quotes into entities, and JSON with them is none.
  return <script type="application/ld+json" nonce={nonce} dangerouslySetInnerHTML={{ __html: scriptText(facts) }} />;
}
