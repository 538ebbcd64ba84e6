import { cleanText } from "@/lib/domain/text/clean-text";

/** A pattern for LIKE on folded names and handles, both of which have a prefix index: what begins as somebody typed. */
export function beginsWith(typed: string): string {
  const begins = cleanText(typed).normalize("NFC").replace(/^@/, "").toLowerCase().slice(0, 60);
  return `${begins.replace(/[\\%_]/g, "\\$&")}%`;
}
