import { isEmbedPage } from "@/lib/domain/sharing/embed";
import { env } from "@/lib/env";

const HSTS_SECONDS = 365 * 24 * 60 * 60;

/**
 * What a page may load and talk to. Scripts run only with the page's own nonce, besides
 * them WebAssembly, which takes noise out of a microphone; sound comes from LiveKit's address and from
 * blobs; nothing may frame us, but for the player of a room. `target`: of the request. `development` needs eval and inline
 * styles for hot reload.
 */
export function contentSecurityPolicy(nonce: string, target: string): string {
  const development = env().NODE_ENV === "development";
  const rules = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${development ? " 'unsafe-eval'" : ""}`,
    "style-src": development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    // A chosen picture is read back from the page's own memory, before it is sent.
    "connect-src": `'self' blob: ${mediaOrigins().join(" ")}`,
    "media-src": "'self' blob: data:",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "frame-src": "'none'",
    "frame-ancestors": isEmbedPage(target) ? "*" : "'none'",
    "form-action": "'self'",
    "base-uri": "'none'",
  };
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}

/** Of what is no document: should a browser open it as one all the same, it runs nothing and loads nothing. */
const SEALED_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Of files: a worker, the service worker too, lives by the policy of its own file. */
const FILE_POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const SERVICE_WORKER = "/sw.js";

/** What the service worker shows where there is no network: its style stands in it, and nothing else. */
const OFFLINE_PAGE = "/offline.html";
const OFFLINE_POLICY = `${SEALED_POLICY}; style-src 'unsafe-inline'`;

/**
 * Headers of every answer that this server gives: pages, API, files, refusals and faults alike. A page replaces the policy
 * by its own (`contentSecurityPolicy`). Strict transport only where people come by https. `path`: the request's target.
 */
export function securityHeaders(path: string): Record<string, string> {
  const secure = env().PLENUM_URL.startsWith("https:");
  const framed = isEmbedPage(path);
  return {
    "Content-Security-Policy": policyOf(path),
    "X-Content-Type-Options": "nosniff",
    ...(!framed && { "X-Frame-Options": "DENY" }),
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "microphone=(self), camera=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": framed ? "cross-origin" : "same-origin",
    ...(secure && { "Strict-Transport-Security": `max-age=${HSTS_SECONDS}` }),
  };
}

function policyOf(path: string): string {
  if (path === OFFLINE_PAGE) return OFFLINE_POLICY;
  return path.startsWith("/_next/") || path === SERVICE_WORKER ? FILE_POLICY : SEALED_POLICY;
}

/** LiveKit is spoken to by WebSocket, and by HTTP where a browser asks why it was refused. */
function mediaOrigins(): string[] {
  const { protocol, host } = new URL(env().LIVEKIT_PUBLIC_URL ?? env().LIVEKIT_URL);
  return [`${protocol}//${host}`, `${protocol.replace("ws", "http")}//${host}`];
}
