import { isDatabaseAway } from "@/lib/server/postgres/database-fault";
import { log } from "@/lib/server/postgres/log";
import { type Mail, sendMail } from "./send-mail";

/** Whether the mail is on its way. What a mail server says may hold addresses, so only its code is logged. */
export async function tryMail(to: string, mail: Mail): Promise<boolean> {
  try {
    await sendMail(to, mail);
    return true;
  } catch (fault) {
    if (isDatabaseAway(fault)) throw fault;
    log().error(
      { code: fault instanceof Error && "code" in fault ? fault.code : "unknown" },
      "a mail could not be sent",
    );
    return false;
  }
}
