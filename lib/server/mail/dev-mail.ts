import { isAskedLocally } from "@/lib/server/callers/local-mode";
import { db } from "@/lib/server/postgres/db";
import { mailWay } from "./send-mail";

export type DevMailView = { id: string; to: string; subject: string; text: string; sentAt: string };

/** The newest fifty mails of local mode without a mail server; null everywhere else, where no such page exists. */
export async function devMail(headers: Pick<Headers, "get">): Promise<DevMailView[] | null> {
  if (mailWay() !== "page" || !isAskedLocally(headers)) return null;
  const rows = await db().devLetter.findMany({ orderBy: { createdAt: "desc" }, take: 50 });
  return rows.map(({ id, to, subject, text, createdAt }) => ({
    id,
    to,
    subject,
    text,
    sentAt: createdAt.toISOString(),
  }));
}
