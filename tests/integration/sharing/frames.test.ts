import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { EMBED_HEADER } from "@/lib/server/http/embed-header";
import { securityHeaders } from "@/lib/server/http/security-headers";
import { proxy } from "@/proxy";

const ROOM = "01900000-0000-7000-8000-000000000000";
const PLAYER = `/embed/rooms/${ROOM}`;

/** What a browser goes by, of the page that proxy.ts lets through. */
const policyOf = (path: string): string =>
  proxy(new NextRequest(`http://localhost:3000${path}`)).headers.get("content-security-policy") ?? "";

describe("other sites' frames", () => {
  it("may hold the player of a room", () => {
    for (const path of [PLAYER, `${PLAYER}?from=blog`]) {
      expect(policyOf(path)).toContain("frame-ancestors *;");
      expect(securityHeaders(path)).not.toHaveProperty("X-Frame-Options");
      expect(securityHeaders(path)["Cross-Origin-Resource-Policy"]).toBe("cross-origin");
    }
  });

  it.each([
    "/",
    `/rooms/${ROOM}`,
    `/rooms/${ROOM}?x=${PLAYER}`,
    "/settings",
    "/sign-in",
    "/admin",
    "/embed",
    "/embed/rooms",
    "/embed/rooms/x",
    `${PLAYER}/more`,
    `${PLAYER}%2f..%2f..%2fsettings`,
    `/people/ada${PLAYER}`,
    `//evil.example${PLAYER}`,
  ])("may hold nothing else: %s", (path) => {
    expect(policyOf(path)).toContain("frame-ancestors 'none'");
    expect(securityHeaders(path)).toMatchObject({
      "X-Frame-Options": "DENY",
      "Cross-Origin-Resource-Policy": "same-origin",
    });
  });

  it("let no other page lose its own frame by what a request says", () => {
    const marked = new NextRequest("http://localhost:3000/settings", { headers: { [EMBED_HEADER]: "1" } });
    expect(proxy(marked).headers.get(`x-middleware-request-${EMBED_HEADER}`)).toBe("0");
    const player = new NextRequest(`http://localhost:3000${PLAYER}`);
    expect(proxy(player).headers.get(`x-middleware-request-${EMBED_HEADER}`)).toBe("1");
  });
});
