/** The headers as they were written, unfolded, by lower-case names; the subject and the two bodies as a mail program shows them. */
export type ParsedMail = { headers: Map<string, string[]>; subject: string; text: string; html: string };

/** Reads a mail of a text and an html part (RFC 5322, 2045, 2047), in UTF-8. */
export function parseMail(raw: string): ParsedMail {
  const { headers, body } = parted(raw);
  const boundary = /boundary="?([^";]+)/.exec(first(headers, "content-type"))?.[1] ?? "";
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => parted(part.replace(/^\r\n/, "")));
  const of = (type: string): string => {
    const part = parts.find((one) => first(one.headers, "content-type").startsWith(type));
    return part ? decoded(part.body, first(part.headers, "content-transfer-encoding")) : "";
  };
  return { headers, subject: words(first(headers, "subject")), text: of("text/plain"), html: of("text/html") };
}

function parted(raw: string): { headers: Map<string, string[]>; body: string } {
  const end = raw.indexOf("\r\n\r\n");
  const headers = new Map<string, string[]>();
  const unfolded = raw.slice(0, end).replace(/\r\n[ \t]+/g, " ");
  for (const line of unfolded.split("\r\n")) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  return { headers, body: raw.slice(end + 4) };
}

const first = (headers: ReadonlyMap<string, string[]>, name: string): string => headers.get(name)?.[0] ?? "";

function decoded(body: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, "base64").toString("utf8");
  return /quoted-printable/i.test(encoding) ? bytes(body.replace(/=\r\n/g, "")) : body;
}

/** Encoded words of a header. */
const words = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, text: string) =>
      way.toLowerCase() === "b" ? Buffer.from(text, "base64").toString("utf8") : bytes(text.replaceAll("_", " ")),
    );

const bytes = (quoted: string): string =>
  Buffer.from(
    quoted.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
