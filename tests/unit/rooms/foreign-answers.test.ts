import { afterEach, expect, it, vi } from "vitest";
import { askServer } from "@/lib/client/browser/reach-server";
import { call } from "@/lib/client/call";

afterEach(() => vi.unstubAllGlobals());

function answers(body: string, type: string): void {
  vi.stubGlobal("fetch", async () => new Response(body, { headers: { "Content-Type": type } }));
}

const LOGIN = "<html><h1>Welcome to the train's Wi-Fi</h1></html>";

it("the page of a network that wants to be signed in to is neither our server's answer nor no network", async () => {
  answers(LOGIN, "text/html");
  expect(await call("GET /api/rooms", { asked: {} })).toMatchObject({ ok: false, code: "unreadable" });
  expect(await askServer(1_000)).toBe("refused");
});

it("our own server's answer is", async () => {
  answers('{"ok":true}', "application/json");
  expect(await askServer(1_000)).toBe("answered");
});
