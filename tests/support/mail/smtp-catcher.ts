import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { type ParsedMail, parseMail } from "./parse-mail";

/** A mail as the server got it: to whom the envelope says, all that was sent, and the same read. */
export type CaughtMail = ParsedMail & { to: string[]; raw: string };

/** What the server says to a mail to an address: a refusal such as `451 later`, at the address or after the mail, or nothing any more. */
type Temper = { at: "address" | "mail"; answer: string } | "hang up";

/** A mail server on loopback that speaks as much SMTP (RFC 5321) as a sender needs, and keeps what it is sent. */
export type SmtpCatcher = {
  url: string;
  mails: CaughtMail[];
  tempers: Map<string, Temper>;
  stop: () => Promise<void>;
};

export async function startSmtpCatcher(): Promise<SmtpCatcher> {
  const mails: CaughtMail[] = [];
  const tempers = new Map<string, Temper>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
    serve(socket, mails, tempers);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  };
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, mails, tempers, stop };
}

function serve(socket: Socket, mails: CaughtMail[], tempers: ReadonlyMap<string, Temper>): void {
  const say = (answer: string): boolean => socket.write(`${answer}\r\n`);
  let to: string[] = [];
  let lines: string[] | null = null;
  const take = (raw: string): void => {
    const temper = tempers.get(to[0] ?? "");
    if (temper === "hang up" || temper?.at !== "mail") mails.push({ to, raw, ...parseMail(raw) });
    if (temper === "hang up") socket.destroy();
    else say(temper?.at === "mail" ? temper.answer : "250 taken");
    to = [];
  };
  const hear = (line: string): void => {
    if (lines) {
      if (line !== ".") {
        lines.push(line.replace(/^\./, ""));
        return;
      }
      const raw = lines.join("\r\n");
      lines = null;
      take(raw);
    } else if (/^RCPT TO:/i.test(line)) {
      const address = /<(.*)>/.exec(line)?.[1] ?? "";
      const temper = tempers.get(address);
      const refused = typeof temper === "object" && temper.at === "address";
      if (!refused) to.push(address);
      say(refused ? temper.answer : "250 fine");
    } else if (/^DATA/i.test(line)) {
      lines = [];
      say("354 go on");
    } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
    else say("250 fine");
  };
  createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }).on("line", hear);
  say("220 catcher");
}
