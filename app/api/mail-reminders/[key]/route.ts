import { endMailReminders } from "@/lib/server/commands/reminders/end-mail-reminders";
import { refusal } from "@/lib/server/http/answers";
import { type Context, command, paramsOf } from "@/lib/server/http/command";
import { endPage, holderOfEndKey } from "@/lib/server/mail/reminder-key";

/** As of the unsubscribe address: opened in a browser it leads to the page with the button. */
export async function GET(_request: Request, context: Context): Promise<Response> {
  const { key = "" } = await paramsOf(context);
  if (!holderOfEndKey(key)) return refusal("not_found");
  return new Response(null, { status: 303, headers: { Location: endPage(key), "Cache-Control": "no-store" } });
}

export const POST = command(endMailReminders);
