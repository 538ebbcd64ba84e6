import { unsubscribeFromMail } from "@/lib/server/commands/notifications/unsubscribe-from-mail";
import { refusal } from "@/lib/server/http/answers";
import { type Context, command, paramsOf } from "@/lib/server/http/command";
import { personOfUnsubscribeKey, unsubscribePage } from "@/lib/server/mail/unsubscribe-key";

/** A mail program that knows no one-click opens the same address: on a page, a button ends the mails. */
export async function GET(_request: Request, context: Context): Promise<Response> {
  const { key = "" } = await paramsOf(context);
  if (!personOfUnsubscribeKey(key)) return refusal("not_found");
  return new Response(null, { status: 303, headers: { Location: unsubscribePage(key), "Cache-Control": "no-store" } });
}

export const POST = command(unsubscribeFromMail);
