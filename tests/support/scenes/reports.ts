import { randomBytes } from "node:crypto";
import { POST as file } from "@/app/api/reports/route";
import { ADDRESS_HEADER } from "@/lib/server/callers/client-address";
import { readDecisionKey } from "@/lib/server/callers/decision-key";
import { hashOf } from "@/lib/server/callers/secrets";
import type { Handler } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

type Route = (...ask: Parameters<Handler>) => ReturnType<Handler>;

/** What is reported, where the test does not say. */
export const REPORT = { reason: "harassment", text: "Insults everybody", inGoodFaith: true } as const;

/** Files a report as somebody; answers its key and case. */
export async function report(
  scene: Scene,
  who: CastName,
  about: { address: string; message?: number },
  more: object = {},
) {
  const answer = await scene.ask(who, file, { body: { ...REPORT, ...about, ...more } });
  if (answer.status !== 201) throw new Error(`not filed: ${answer.status} ${answer.code}`);
  return ofKey((answer.body as { key: string }).key);
}

export async function ofKey(key: string) {
  const { id: reportId } = readDecisionKey(key) ?? { id: "" };
  const { caseId } = await db().report.findUniqueOrThrow({ where: { id: reportId } });
  return { key, reportId, caseId };
}

/** Files one without an account, from an address. */
export async function reportAsNobody(body: object, address = "192.0.2.7", more: object = {}): Promise<Response> {
  const headers = { "content-type": "application/json", "accept-language": "de", [ADDRESS_HEADER]: address, ...more };
  const request = new Request("http://localhost:3000/api/reports", {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  return file(request, { params: Promise.resolve({}) });
}

/** Asks as an admin with a browser: no access token is one. */
export async function asAdmin(
  scene: Scene,
  who: CastName,
  route: Route,
  named: { caseId?: string; appealId?: string; body?: object; search?: string } = {},
) {
  await db().person.update({ where: { id: scene.id[who] }, data: { admin: true } });
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + 60_000);
  await db().session.create({ data: { tokenHash: hashOf(token), personId: scene.id[who], expiresAt } });
  const headers = { cookie: `next-auth.session-token=${token}`, origin: "http://localhost:3000" };
  const body = named.body && JSON.stringify(named.body);
  const url = `http://localhost:3000/${named.search ?? ""}`;
  const request = new Request(url, { method: body ? "POST" : "GET", headers, body });
  const answer = await route(request, {
    params: Promise.resolve({ caseId: named.caseId ?? "", appealId: named.appealId ?? "" }),
  });
  const text = await answer.text();
  const read = text ? JSON.parse(text) : null;
  return { status: answer.status, code: read?.error?.code as string | undefined, body: read };
}
