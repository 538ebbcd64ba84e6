import { validate } from "uuid";
import { EXPORT_KEPT_MS } from "@/lib/domain/people/data-export";
import { sessionHashOf } from "@/lib/server/callers/credential";
import { callerOf } from "@/lib/server/callers/find-caller";
import { refusal } from "@/lib/server/http/answers";
import { type Context, paramsOf } from "@/lib/server/http/command";
import { answerFault } from "@/lib/server/http/fault";
import { hotPool } from "@/lib/server/postgres/db";

/** The archive of $1, where the person $2 asked for it in the session $3, less than $4 milliseconds after it was ready. */
const FOUND_SQL = `
SELECT e.bytes, e.ready_at AS "readyAt", p.handle FROM data_export e JOIN person p ON p.id = e.person_id
WHERE e.id = $1 AND e.person_id = $2 AND e.session_hash = $3 AND e.state = 'ready'
  AND e.ready_at > now() - $4 * interval '1 millisecond'`;

type FoundRow = { bytes: number; readyAt: Date; handle: string | null };

/** `GET /api/me/exports/:exportId`: the archive, to the session that asked for it; 404 to everyone else and once its time is over. */
export async function sendArchive(request: Request, context: Context): Promise<Response> {
  try {
    const { exportId = "" } = await paramsOf(context);
    const caller = await callerOf(request);
    const session = sessionHashOf(request.headers);
    if (caller?.kind !== "member" || !session || !validate(exportId)) return refusal("not_found");
    const values = [exportId, caller.id, session, EXPORT_KEPT_MS];
    const { rows } = await hotPool().query<FoundRow>({ name: "archive-to-send", text: FOUND_SQL, values });
    const found = rows[0];
    if (!found) return refusal("not_found");
    return new Response(partsOf(exportId), {
      headers: {
        "Content-Type": "application/zip",
        "Content-Length": String(found.bytes),
        "Content-Disposition": `attachment; filename="${nameOf(found)}"`,
        "Cache-Control": "no-store",
      },
    });
  } catch (fault) {
    return answerFault(request, fault);
  }
}

/** A handle holds nothing that a header or a folder could not. */
const nameOf = ({ handle, readyAt }: FoundRow): string =>
  `plenum-${handle ?? "me"}-${readyAt.toISOString().slice(0, 10)}.zip`;

/** Part by part as the browser takes them. One that is deleted meanwhile breaks the download off, and the browser says so. */
function partsOf(exportId: string): ReadableStream<Uint8Array> {
  let number = 0;
  return new ReadableStream({
    pull: async (controller) => {
      const { rows } = await hotPool().query<{ bytes: Buffer }>({
        name: "archive-part",
        text: "SELECT bytes FROM data_export_part WHERE export_id = $1 AND number = $2",
        values: [exportId, number++],
      });
      if (rows[0]) controller.enqueue(new Uint8Array(rows[0].bytes));
      else controller.close();
    },
  });
}
