import { pageIdentity } from "@/lib/client/browser/page-identity";
import { type ApiAnswer, call } from "@/lib/client/call";

/** Becomes a guest of this page alone, for that room; a page that is one already stays who it is. */
export async function becomeGuest(roomId: string): Promise<ApiAnswer<unknown>> {
  if (pageIdentity.isSomebody) return { ok: true, value: null };
  const answer = await call("POST /api/rooms/:roomId/guest", { params: { roomId } });
  if (answer.ok) pageIdentity.become(answer.value.key);
  return answer;
}
