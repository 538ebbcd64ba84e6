import { Zip, ZipDeflate } from "fflate";
import type pg from "pg";
import { portraitName } from "@/lib/server/portraits/change-portrait";
import { portraitStore } from "@/lib/server/portraits/choose-store";
import { hotPool } from "@/lib/server/postgres/db";
import { EXPORT_FILES, type ExportFile } from "./export-files";

const ROWS_AT_ONCE = 500;

/** Where the archive goes, piece by piece, and what is told of how far it is. Each throws where nobody wants it any more. */
type ArchiveSink = {
  write: (piece: Buffer) => Promise<void>;
  progress: (done: number, total: number) => Promise<void>;
};

/**
 * Writes all of a person's data as a ZIP of JSON files, and the portrait that they uploaded. Read in one snapshot, so that its files fit together, and by cursors, so
 * that no list is ever whole in memory.
 */
export async function gatherArchive(personId: string, sink: ArchiveSink): Promise<void> {
  const client = await hotPool().connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await writeFiles(client, personId, sink);
    await client.query("COMMIT");
    client.release();
  } catch (fault) {
    // In an open transaction it is of no use to the next.
    client.release(true);
    throw fault;
  }
}

async function writeFiles(client: pg.PoolClient, personId: string, sink: ArchiveSink): Promise<void> {
  const pieces = zipped();
  let done = 0;
  const total = await rowsInAll(client, personId);
  await sink.progress(0, total);
  for (const file of EXPORT_FILES) {
    const put = pieces.open(file.name);
    for await (const rows of rowsOf(client, file, personId)) {
      put(textOf(rows, file), false);
      await sink.write(pieces.take());
      done += rows.rows.length;
      await sink.progress(done, total);
    }
    put(file.single ? "\n" : "\n]\n", true);
    await sink.write(pieces.take());
  }
  const portrait = await portraitOf(client, personId);
  if (portrait) pieces.open("portrait.webp")(portrait, true);
  pieces.end();
  await sink.write(pieces.take());
}

/** Null where there is none, also where it was changed since the snapshot: the one before is gone from the store then. */
async function portraitOf(client: pg.PoolClient, personId: string): Promise<Buffer | null> {
  const { rows } = await client.query<{ key: string | null }>("SELECT portrait_key AS key FROM person WHERE id = $1", [
    personId,
  ]);
  const key = rows[0]?.key ?? null;
  return key === null ? null : portraitStore().get(portraitName(key, "large"));
}

/** Some rows of a file; `first`: it begins with them. */
type Rows = { rows: { row: unknown }[]; first: boolean };

function textOf({ rows, first }: Rows, { single }: ExportFile): string {
  const lines = rows.map(({ row }) => JSON.stringify(row, null, single ? 2 : 0));
  if (single) return lines.join("\n");
  return `${first ? "[\n" : ",\n"}${lines.join(",\n")}`;
}

async function rowsInAll(client: pg.PoolClient, personId: string): Promise<number> {
  const counts = EXPORT_FILES.map(({ sql }) => `(SELECT count(*) FROM (${sql}) one)`).join(" + ");
  const { rows } = await client.query<{ total: number }>(`SELECT (${counts})::int AS total`, [personId]);
  return rows[0]?.total ?? 0;
}

async function* rowsOf(client: pg.PoolClient, { sql }: ExportFile, personId: string): AsyncGenerator<Rows> {
  await client.query(`DECLARE file NO SCROLL CURSOR FOR SELECT row_to_json(one) AS row FROM (${sql}) one`, [personId]);
  for (let first = true; ; first = false) {
    const { rows } = await client.query<{ row: unknown }>(`FETCH ${ROWS_AT_ONCE} FROM file`);
    // The first is given also where it is empty, so that every list begins.
    if (rows.length > 0 || first) yield { rows, first };
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await client.query("CLOSE file");
}

/** A ZIP in the making, of which one takes what is there. */
function zipped() {
  let pieces: Uint8Array[] = [];
  const zip = new Zip((fault, piece) => {
    if (fault) throw fault;
    pieces.push(piece);
  });
  return {
    open: (name: string) => {
      const file = new ZipDeflate(name, { level: 6 });
      zip.add(file);
      return (piece: string | Buffer, last: boolean): void => file.push(Buffer.from(piece), last);
    },
    end: (): void => zip.end(),
    take: (): Buffer => {
      const taken = Buffer.concat(pieces);
      pieces = [];
      return taken;
    },
  };
}
