import { cleanText } from "@/lib/domain/text/clean-text";

/** A pattern for LIKE on folded names and handles, both of which have a prefix index: rows that begin with the typed text. */
export function beginsWith(typed: string): string {
  const begins = cleanText(typed).normalize("NFC").replace(/^@/, "").toLowerCase().slice(0, 60);
  return `${begins.replace(/[\\%_]/g, "\\$&")}%`;
}
