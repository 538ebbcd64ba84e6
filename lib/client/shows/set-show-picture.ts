import { type ApiAnswer, readAnswer } from "@/lib/client/call";
import type { Api } from "@/lib/wire/api";

type Value = Api["PUT /api/shows/:showId/picture"]["answer"];

/** A large picture over a slow network takes its time. */
const PATIENCE_MS = 60_000;

/** Sends a picture, from whose middle a square is cut. Nothing is thrown. */
export async function setShowPicture(showId: string, picture: Blob): Promise<ApiAnswer<Value>> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return await readAnswer<Value>(
      await fetch(`/api/shows/${showId}/picture`, { method: "PUT", body: picture, signal }),
    );
  } catch {
    return { ok: false, code: "network", facts: {} };
  }
}
