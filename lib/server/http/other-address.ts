import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { judgeAddress } from "@/lib/domain/instance-address";
import { env } from "@/lib/env";
import { chooseLocale, directionOf, LOCALE_COOKIE, type Locale } from "@/lib/i18n/locales";
import { readCookie } from "@/lib/server/callers/cookies";
import { bearsMarkOfProxy } from "@/lib/server/callers/local-mode";
import ar from "./other-address.ar.json";
import de from "./other-address.de.json";
import en from "./other-address.en.json";

const TEXTS: Record<Locale, typeof en> = { ar, de, en };

/**
 * What somebody is answered who opens a page at another address than PLENUM_URL, where every write would be refused as
 * another site's; null where the address is right or the request is for no page. Another loopback name is led on, any
 * other address is told the right one. Leads nowhere but to PLENUM_URL. API, files and probes are answered everywhere.
 */
export function answerOtherAddress(request: IncomingMessage): Response | null {
  if (!isForPage(request)) return null;
  const verdict = judgeAddress(askedAddress(request), env().PLENUM_URL);
  if (verdict === "right") return null;
  const right = `${new URL(env().PLENUM_URL).origin}${request.url ?? "/"}`;
  if (verdict === "alias") {
    return new Response(null, { status: 307, headers: { Location: right, "Cache-Control": "no-store" } });
  }
  return page(right, localeOf(request));
}

function isForPage({ method, url = "/", headers }: IncomingMessage): boolean {
  if ((method !== "GET" && method !== "HEAD") || headers.rsc !== undefined) return false;
  const path = url.split("?", 1)[0] ?? "/";
  if (/^\/(api|_next)(\/|$)/.test(path)) return false;
  return !/\.\w+$/.test(path) || (headers.accept ?? "").includes("text/html");
}

/** What proxies say is believed where some stand in front (PLENUM_TRUST_PROXY); TLS ends before this process, so that only they know of it. */
function askedAddress({ headers }: IncomingMessage) {
  const trusted = env().PLENUM_TRUST_PROXY > 0;
  const forwarded = (name: string) =>
    trusted
      ? String(headers[name] ?? "")
          .split(",", 1)[0]
          ?.trim()
      : "";
  const protocol = forwarded("x-forwarded-proto");
  const forwardedHost = forwarded("x-forwarded-host");
  return {
    host: forwardedHost || (headers.host ?? ""),
    protocol: protocol === "http" || protocol === "https" ? (`${protocol}:` as const) : null,
    isFirstHand: Boolean(forwardedHost) || !bearsMarkOfProxy(headers),
  };
}

const localeOf = ({ headers }: IncomingMessage) =>
  chooseLocale(
    readCookie(headers.cookie ?? null, LOCALE_COOKIE) ?? undefined,
    String(headers["accept-language"] ?? "") || null,
  );

/** 421: this server does not answer for that address. Stands alone, since files of ours are not to be fetched from here. */
function page(right: string, locale: Locale): Response {
  const { title, text, hint } = TEXTS[locale];
  const nonce = randomBytes(16).toString("base64");
  const html = `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif }
body { margin: 0; display: grid; place-items: center; min-height: 100dvh }
main { max-width: 32rem; padding: 1.5rem; overflow-wrap: anywhere }
h1 { font-size: 1.5rem; line-height: 1.25 }
a { font-weight: 600 }
small { display: block; margin-block-start: 2rem; opacity: .75 }
</style>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
<p><a href="${escaped(right)}">${escaped(new URL(right).origin)}</a></p>
<small>${escaped(hint)}</small>
</main>
</html>
`;
  return new Response(html, {
    status: 421,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy": `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      Vary: "Accept-Language, Cookie",
    },
  });
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
