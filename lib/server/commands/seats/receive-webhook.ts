import { readWebhook } from "@/lib/media/read-webhook";
import { json, refusal } from "@/lib/server/http/answers";
import { answerFault } from "@/lib/server/http/fault";
import { readText } from "@/lib/server/http/read-input";
import { applyWebhook } from "@/lib/server/mirroring/apply-webhook";

/** LiveKit's own events are a few kB; a track's or a participant's can be larger, nothing near this is. */
const MAX_WEBHOOK_BYTES = 256 * 1024;

/**
 * Receives a webhook of LiveKit and verifies its signature; a wrong one is answered 401. Answers 200 once it is applied, and
 * 503 while Postgres or LiveKit is away, so that LiveKit sends it again.
 */
export async function receiveWebhook(request: Request): Promise<Response> {
  try {
    const rawBody = await readText(request, MAX_WEBHOOK_BYTES);
    if (rawBody === null) return refusal("too_large");
    const hint = await readWebhook(rawBody, request.headers.get("authorization"));
    if (!hint) return refusal("not_signed_in");
    await applyWebhook(hint, new Date());
    return json({ taken: true }, 200);
  } catch (fault) {
    return answerFault(request, fault);
  }
}
