import type { LookupAddress } from "node:dns";
import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { PUT as pin, DELETE as unpin } from "@/app/api/rooms/[roomId]/pinned-link/route";
import { isPublicAddress } from "@/lib/server/link-preview/is-public-address";
import { linkPreview } from "@/lib/server/link-preview/link-preview";
import { INTERNET, type Network } from "@/lib/server/link-preview/network";
import { db } from "@/lib/server/postgres/db";
import { readRoomView } from "@/lib/server/queries/rooms/read-room-view";
import { it as inScene } from "@/tests/support/scenes/scene-test";
import type { Scene } from "@/tests/support/scenes/stage-scene";

const PUBLIC = "93.184.216.34";

/** What the web answers, by host; each answers on whichever address it was asked at. */
const pages = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
const server = createServer((request, response) => {
  const page = pages.get(request.headers.host ?? "");
  if (page) page(request, response);
  else response.writeHead(404).end();
});

const html = (body: string) => (_: IncomingMessage, response: ServerResponse) =>
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(body);
const redirect = (location: string) => (_: IncomingMessage, response: ServerResponse) =>
  response.writeHead(302, { location }).end();

/** A web whose names answer what `names` says, each time the next answer; it notes every address that is connected to. */
function web(names: Record<string, string[][]>): Network & { connected: string[] } {
  const asked: Record<string, number> = {};
  const connected: string[] = [];
  return {
    connected,
    resolve: async (host) => {
      const answers = names[host] ?? (/^[\d.:a-f]+$/.test(host) ? [[host]] : []);
      const answer = answers[Math.min(asked[host] ?? 0, answers.length - 1)];
      asked[host] = (asked[host] ?? 0) + 1;
      if (!answer) throw new Error("ENOTFOUND");
      return answer.map((address): LookupAddress => ({ address, family: address.includes(":") ? 6 : 4 }));
    },
    open: (url, { address }, signal) => {
      connected.push(address);
      const { port } = server.address() as AddressInfo;
      return new Promise((resolve, reject) => {
        get({ port, path: url.pathname, headers: { host: url.hostname }, signal }, resolve).on("error", reject);
      });
    },
  };
}

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => pages.clear());

describe("the preview of a link", () => {
  it("is the page's own title and site, on one line", async () => {
    pages.set(
      "paper.example",
      html(
        "<title>no</title><meta property='og:title' content='Night\n trains &amp; tea'><meta property=og:site_name content=Paper>",
      ),
    );
    expect(await linkPreview("https://paper.example/a", web({ "paper.example": [[PUBLIC]] }))).toEqual({
      ok: true,
      value: { url: "https://paper.example/a", title: "Night trains & tea", site: "Paper" },
    });
  });

  it.each([
    ["a private address", ["10.0.0.8"]],
    ["loopback", ["127.0.0.1"]],
    ["the address of a cloud's own data", ["169.254.169.254"]],
    ["a carrier's shared address", ["100.64.1.1"]],
    ["loopback in IPv6", ["::1"]],
    ["a unique local address", ["fd00::1"]],
    ["an IPv4 address wrapped in IPv6", ["::ffff:127.0.0.1"]],
    ["an address behind NAT64", ["64:ff9b::a00:1"]],
    ["multicast", ["224.0.0.1"]],
    ["one public and one private address", [PUBLIC, "192.168.1.1"]],
  ])("is refused for a name with %s, and nothing is connected to", async (_, addresses) => {
    const network = web({ "inner.example": [addresses] });
    expect(await linkPreview("https://inner.example/", network)).toMatchObject({ refusal: "link_unsafe" });
    expect(network.connected).toEqual([]);
  });

  it.each([
    "http://paper.example/",
    "https://paper.example:8443/",
    "https://a:b@paper.example/",
    "ftp://paper.example/",
    "javascript:alert(1)",
    "https://127.0.0.1/",
    "https://0x7f000001/",
    "https://[::1]/",
    "not a link",
  ])("is refused for %s, and nothing is connected to", async (address) => {
    const network = web({ "paper.example": [[PUBLIC]] });
    expect(await linkPreview(address, network)).toMatchObject({ refusal: "link_unsafe" });
    expect(network.connected).toEqual([]);
  });

  it("is refused where the page leads on to a private address, which is never connected to", async () => {
    pages.set("paper.example", redirect("https://router.example/"));
    const network = web({ "paper.example": [[PUBLIC]], "router.example": [["192.168.0.1"]] });
    expect(await linkPreview("https://paper.example/", network)).toMatchObject({ refusal: "link_unsafe" });
    expect(network.connected).toEqual([PUBLIC]);
  });

  it("connects to the address that was checked, whatever the name answers the second time", async () => {
    pages.set("turning.example", html("<title>Checked</title>"));
    const network = web({ "turning.example": [[PUBLIC], ["127.0.0.1"]] });
    expect(await linkPreview("https://turning.example/", network)).toMatchObject({ value: { title: "Checked" } });
    expect(network.connected).toEqual([PUBLIC]);
  });

  it("reaches the internet only at the address it is given, on port 443", async () => {
    const opened = INTERNET.open(
      new URL("https://plenum.example/"),
      { address: "127.0.0.1", family: 4 },
      AbortSignal.timeout(2_000),
    );
    await expect(opened).rejects.toMatchObject({ address: "127.0.0.1", port: 443 });
  });

  it("follows three redirects and no fourth; a page that is no HTML, too big or away is named by its host", async () => {
    const names = Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`${name}.example`, [[PUBLIC]]]));
    for (const [from, to] of ["ab", "bc", "cd", "de"]) pages.set(`${from}.example`, redirect(`https://${to}.example/`));
    pages.set("e.example", html("<title>End</title>"));
    expect(await linkPreview("https://b.example/", web(names))).toMatchObject({ value: { title: "End" } });
    expect(await linkPreview("https://a.example/", web(names))).toMatchObject({
      value: { title: "", site: "a.example" },
    });
    pages.set("e.example", (_, response) => response.writeHead(200, { "content-type": "image/png" }).end("<title>x"));
    expect(await linkPreview("https://e.example/", web(names))).toMatchObject({
      value: { title: "", site: "e.example" },
    });
    pages.set("e.example", html(`<!-- ${"x".repeat(300_000)} --><title>Too late</title>`));
    expect(await linkPreview("https://e.example/", web(names))).toMatchObject({ value: { title: "" } });
    expect(await linkPreview("https://nowhere.example/", web(names))).toMatchObject({
      value: { site: "nowhere.example" },
    });
  });

  it("gives up a page that does not end after three seconds", async () => {
    pages.set("slow.example", (_, response) =>
      response.writeHead(200, { "content-type": "text/html" }).write("<title>"),
    );
    const startedAt = performance.now();
    expect(await linkPreview("https://slow.example/", web({ "slow.example": [[PUBLIC]] }))).toMatchObject({
      value: { title: "" },
    });
    expect(performance.now() - startedAt).toBeLessThan(4_000);
  });
});

it("an address is public or it is not", () => {
  for (const address of [PUBLIC, "1.1.1.1", "2606:4700::1111"]) expect(isPublicAddress(address)).toBe(true);
  for (const address of [
    "0.0.0.0",
    "255.255.255.255",
    "172.16.0.1",
    "198.18.0.1",
    "fe80::1",
    "2002:7f00:1::",
    "::127.0.0.1",
    "64:ff9b:1::1",
    "x",
  ])
    expect({ address, isPublic: isPublicAddress(address) }).toEqual({ address, isPublic: false });
});

describe("pinning", () => {
  beforeEach(() => {
    vi.restoreAllMocks();
    vi.spyOn(INTERNET, "resolve").mockRejectedValue(new Error("ENOTFOUND"));
  });

  const put = (scene: Scene, who: "ada" | "ben" | "cleo" | "dev", url: string) =>
    scene.ask(who, pin, { body: { url } });
  const pinned = async (scene: Scene) => (await readRoomView(scene.roomId))?.room.pinned;

  inScene("is for moderators, announced to everyone, replaces the link before, and ends", async ({ scene }) => {
    expect((await put(scene, "ada", "https://www.one.example/")).status).toBe(200);
    expect((await put(scene, "ben", "https://two.example/x")).status).toBe(200);
    expect(await pinned(scene)).toEqual({ url: "https://two.example/x", title: "", site: "two.example" });
    expect((await scene.ask("ada", unpin)).status).toBe(204);
    expect((await scene.ask("ada", unpin)).status).toBe(204);
    expect(await pinned(scene)).toBeNull();
    expect((await scene.events()).map(({ type, audience }) => `${type} ${audience}`)).toEqual([
      "link_pinned everyone",
      "link_pinned everyone",
      "link_unpinned everyone",
    ]);
  });

  inScene("by a speaker or a listener is refused, and no page is read for them", async ({ scene }) => {
    for (const who of ["cleo", "dev"] as const)
      expect(await put(scene, who, "https://x.example/")).toMatchObject({ status: 403 });
    expect(await scene.ask("dev", unpin)).toMatchObject({ status: 403 });
    expect(INTERNET.resolve).not.toHaveBeenCalled();
    expect(await scene.events()).toEqual([]);
  });

  inScene("of two moderators at once leaves one link, and both in the log", async ({ scene }) => {
    const answers = await Promise.all([
      put(scene, "ada", "https://a.example/"),
      put(scene, "ben", "https://b.example/"),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await db().pinnedLink.count({ where: { roomId: scene.roomId, unpinnedAt: null } })).toBe(1);
    expect(await scene.events()).toHaveLength(2);
  });
});
