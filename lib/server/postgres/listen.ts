import pg from "pg";
import { env } from "@/lib/env";
import { log } from "./log";
import { oncePerProcess } from "./process";

/** Called with a notification's payload; with null where notifications may have been missed, so that nothing is. */
export type OnPayload = (payload: string | null) => void;

const RECONNECT_MS = 500;

/** How often an idle connection is asked whether it still lives: a half-open one would miss everything in silence. */
const PROBE_MS = 15_000;
const CONNECT_TIMEOUT_MS = 3_000;

type Ears = {
  listeners: Map<string, Set<OnPayload>>;
  client: pg.Client | null;
  ended: boolean;
  end: () => Promise<void>;
};

/**
 * Hears a Postgres channel. All channels of a process share one connection; when it is lost it comes back by itself
 * and then wakes every listener with null. Returns what ends the listening.
 */
export function listen(channel: string, onPayload: OnPayload): () => void {
  const ears = oncePerProcess("ears", openEars);
  const heard = ears.listeners.get(channel);
  if (heard) heard.add(onPayload);
  else {
    ears.listeners.set(channel, new Set([onPayload]));
    // Where the connection is just being made, connecting listens to every channel that is known by then.
    ears.client?.query(`LISTEN ${pg.escapeIdentifier(channel)}`).then(
      () => onPayload(null),
      () => {},
    );
  }
  return () => ears.listeners.get(channel)?.delete(onPayload);
}

/** Ends the connection for good, when the process stops. */
export const stopListening = (): Promise<void> => oncePerProcess("ears", openEars).end();

function openEars(): Ears {
  const ears: Ears = {
    listeners: new Map(),
    client: null,
    ended: false,
    end: async () => {
      ears.ended = true;
      await ears.client?.end();
    },
  };
  void keepConnected(ears);
  return ears;
}

async function keepConnected(ears: Ears): Promise<void> {
  while (!ears.ended) {
    try {
      await hearUntilLost(ears);
    } catch (fault) {
      if (ears.ended) return;
      log().warn({ err: fault }, "listening connection lost");
    }
    ears.client = null;
    await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS).unref());
  }
}

async function hearUntilLost(ears: Ears): Promise<void> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: "plenum-listen",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  const lost = new Promise<never>((_, reject) => {
    client.on("error", reject);
    client.on("end", () => reject(new Error("the connection ended")));
  });
  lost.catch(() => {});
  client.on("notification", ({ channel, payload }) => tell(ears, channel, payload ?? ""));
  const probe = setInterval(() => client.query("SELECT 1").catch(() => client.end()), PROBE_MS);
  probe.unref();
  try {
    await client.connect();
    ears.client = client;
    for (const channel of ears.listeners.keys()) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    for (const channel of ears.listeners.keys()) tell(ears, channel, null);
    await lost;
  } finally {
    clearInterval(probe);
    client.end().catch(() => {});
  }
}

function tell(ears: Ears, channel: string, payload: string | null): void {
  for (const onPayload of ears.listeners.get(channel) ?? []) onPayload(payload);
}
