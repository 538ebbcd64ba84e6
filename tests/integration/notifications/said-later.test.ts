import { createTransport } from "nodemailer";
import { expect, it } from "vitest";
import { isSaidLater } from "@/lib/server/mail/said-later";
import { startSmtpCatcher } from "@/tests/support/mail/smtp-catcher";

const faultOf = (url: string): Promise<unknown> =>
  createTransport(url)
    .sendMail({ from: "plenum@example.org", to: "ben@example.org", subject: "News", text: "None" })
    .catch((fault: unknown) => fault);

it("a mail is tried again where its server cannot be reached or says so, and nowhere else", async () => {
  const catcher = await startSmtpCatcher();
  const answers = async (answer: string): Promise<boolean> => {
    catcher.tempers.set("ben@example.org", { at: "mail", answer });
    return isSaidLater(await faultOf(catcher.url));
  };
  expect(await answers("421 too busy")).toBe(true);
  expect(await answers("452 no space")).toBe(true);
  expect(await answers("554 unwanted")).toBe(false);
  catcher.tempers.set("ben@example.org", "hang up");
  expect(isSaidLater(await faultOf(catcher.url))).toBe(false);
  await catcher.stop();
  expect(isSaidLater(await faultOf(catcher.url))).toBe(true);
  expect(isSaidLater(await faultOf("smtp://mail.invalid"))).toBe(true);
});
