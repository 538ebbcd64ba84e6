import { PORTRAIT_KEY } from "@/lib/domain/portraits/portrait";
import { refusal } from "@/lib/server/http/answers";
import { answerFault } from "@/lib/server/http/fault";
import { portraitName } from "@/lib/server/portraits/change-portrait";
import { portraitStore } from "@/lib/server/portraits/choose-store";

type Context = { params: Promise<{ key: string; size: string }> };

const HEADERS = { "Content-Type": "image/webp", "Cache-Control": "public, max-age=31536000, immutable" };

/**
 * An uploaded portrait, to whoever has its key: what lies at an address never changes. Like every answer of ours it is sealed
 * (lib/server/http/security-headers.ts).
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { key, size } = await params;
  if (!PORTRAIT_KEY.test(key) || (size !== "small" && size !== "large")) return refusal("not_found");
  try {
    const picture = await portraitStore().get(portraitName(key, size));
    return picture ? new Response(new Uint8Array(picture), { headers: HEADERS }) : refusal("not_found");
  } catch (fault) {
    return answerFault(request, fault);
  }
}
