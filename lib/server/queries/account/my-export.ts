import { EXPORT_KEPT_MS } from "@/lib/domain/people/data-export";
import { sameBytes } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";
import type { ExportView } from "@/lib/wire/account/views";

type ExportRow = {
  id: string;
  sessionHash: Uint8Array;
  state: ExportView["state"];
  done: number;
  total: number;
  bytes: number;
  askedAt: Date;
  readyAt: Date | null;
};

/** An archive as its owner sees it from a session. */
export const toExport = (row: ExportRow, session: Uint8Array | null): ExportView => ({
  id: row.id,
  state: row.state,
  done: row.done,
  total: row.total,
  bytes: row.bytes,
  askedAt: row.askedAt.toISOString(),
  until: row.readyAt && untilOf(row.readyAt).toISOString(),
  mine: session !== null && sameBytes(row.sessionHash, session),
});

const untilOf = (readyAt: Date): Date => new Date(readyAt.getTime() + EXPORT_KEPT_MS);

/** The archive that somebody asked for last, while it is on its way or can be fetched; null where there is none. */
export async function myExport(personId: string, session: Uint8Array | null): Promise<ExportView | null> {
  const row = await db().dataExport.findFirst({ where: { personId }, orderBy: { askedAt: "desc" } });
  if (!row || (row.readyAt && untilOf(row.readyAt) <= new Date())) return null;
  return toExport(row, session);
}
