import { isAskedLocally } from "@/lib/server/callers/local-mode";
import { db } from "@/lib/server/postgres/db";
import { mailWay } from "./post-letter";

export type DevLetterView = { id: string; to: string; subject: string; text: string; sentAt: string };

/** The newest fifty letters of local mode without a mail server; null everywhere else, where no such page exists. */
export async function devLetters(headers: Pick<Headers, "get">): Promise<DevLetterView[] | null> {
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
