import type { RefusalFacts } from "@/lib/domain/ruling";
import type { Api } from "@/lib/wire/api";
import type { RefusalBody, RefusalCode } from "@/lib/wire/refusals";
import { pageIdentity } from "./browser/page-identity";

/**
 * A refusal of the API; `network` where no answer came at all, `unreadable` where it was not ours (a proxy's page), and
 * `no_webrtc` where nothing was asked, because this browser could do nothing with the answer.
 */
export type ApiRefusal = { ok: false; code: RefusalCode | "network" | "unreadable" | "no_webrtc"; facts: RefusalFacts };

export type ApiAnswer<Value> = { ok: true; value: Value } | ApiRefusal;

/** An answer to an act whose value nobody reads. */
export type Done = ApiAnswer<unknown>;

/** What an operation wants besides its name: the names in its path, what stands behind `?`, its body. */
type Wanted<Name extends keyof Api> = Omit<Api[Name], "answer">;

/** `patienceMs`: after which the request is given up as lost. `outlivesPage`: it is small, and goes on when the page is left. */
type Given<Name extends keyof Api> = Wanted<Name> & { patienceMs?: number; outlivesPage?: boolean };

type Asked<Name extends keyof Api> = keyof Wanted<Name> extends never ? [given?: Given<Name>] : [given: Given<Name>];

/** Longer than this and a person thinks that nothing happens; the request is given up as lost. */
const PATIENCE_MS = 15_000;

/**
 * Asks one operation of the API, by the name it has in lib/wire/api.ts. Nothing is thrown: refusals and lost networks are
 * values. Source of the types: the schemas that the routes themselves check with.
 */
export async function call<Name extends keyof Api>(
  name: Name,
  ...[given]: Asked<Name>
): Promise<ApiAnswer<Api[Name]["answer"]>> {
  const { params = {}, asked, input, patienceMs = PATIENCE_MS, outlivesPage = false } = (given ?? {}) as Loose;
  const [method, template = ""] = name.split(" ");
  const body = input === undefined ? undefined : JSON.stringify(input);
  const { credentials, headers: identity } = pageIdentity.request;
  const headers = { ...identity, ...(body === undefined ? {} : { "Content-Type": "application/json" }) };
  try {
    const address = `${filled(template, params)}${searchOf(asked)}`;
    const answer = await fetch(address, {
      method,
      body,
      headers,
      credentials,
      keepalive: outlivesPage,
      signal: AbortSignal.timeout(patienceMs),
    });
    return await readAnswer(answer);
  } catch {
    return { ok: false, code: "network", facts: {} };
  }
}

/** What an answer of the API says. Throws where the network is lost on the way. */
export async function readAnswer<Value>(answer: Response): Promise<ApiAnswer<Value>> {
  if (!answer.ok) return readRefusal(answer);
  if (answer.status === 204) return { ok: true, value: null as Value };
  return readValue(answer);
}

type Loose = {
  params?: Record<string, string>;
  asked?: Record<string, unknown>;
  input?: object;
  patienceMs?: number;
  outlivesPage?: boolean;
};

const filled = (template: string, params: Record<string, string>): string =>
  template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));

/** What stands behind the path of an address: nothing, or `?` and what is given. */
export function searchOf(asked: Record<string, unknown> = {}): string {
  const given = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

/** A network that wants to be signed in to answers everything with a page of its own. */
async function readValue<Value>(answer: Response): Promise<ApiAnswer<Value>> {
  const text = await answer.text();
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return unreadable(answer);
  }
}

const unreadable = ({ status }: Response): ApiRefusal => ({ ok: false, code: "unreadable", facts: { status } });

async function readRefusal(answer: Response): Promise<ApiRefusal> {
  const body: Partial<RefusalBody> | null = await answer.json().catch(() => null);
  if (!body?.error) return unreadable(answer);
  const { code, message, ...facts } = body.error;
  return { ok: false, code, facts };
}
