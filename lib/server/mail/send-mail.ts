import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import { isLocalMode } from "@/lib/server/callers/local-mode";
import { db } from "@/lib/server/postgres/db";
import { oncePerProcess } from "@/lib/server/postgres/process";

/** `headers`: besides those that every mail has; on /dev/mail they are not shown. */
export type Mail = { subject: string; text: string; html: string; headers?: Record<string, string> };

const SMTP_TIMEOUT_MS = 10_000;

/** Mail of local mode is kept this long. */
const DEV_MAIL_KEPT_MS = 24 * 60 * 60 * 1_000;

/** How mail leaves this instance: by the mail server, onto /dev/mail in local mode without one, or not at all. */
export function mailWay(): "smtp" | "page" | null {
  if (env().SMTP_URL) return "smtp";
  return isLocalMode() ? "page" : null;
}

/** Sends one mail to one address. Throws where the mail server refuses or cannot be reached. */
export async function sendMail(to: string, mail: Mail): Promise<void> {
  if (mailWay() === "page") return keepForThePage(to, mail);
  // As an object, since text would be read as a list of addresses.
  await transport().sendMail({ from: env().MAIL_FROM, to: { name: "", address: to }, ...mail });
}

async function keepForThePage(to: string, { subject, text, html }: Mail): Promise<void> {
  await db().devLetter.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - DEV_MAIL_KEPT_MS) } } });
  await db().devLetter.create({ data: { to, subject, text, html } });
}

const transport = () =>
  oncePerProcess("mail", () =>
    createTransport(env().SMTP_URL, {
      connectionTimeout: SMTP_TIMEOUT_MS,
      greetingTimeout: SMTP_TIMEOUT_MS,
      socketTimeout: SMTP_TIMEOUT_MS,
    } as object),
  );
