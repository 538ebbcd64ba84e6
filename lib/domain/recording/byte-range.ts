import { granted, type Ruling, refused } from "@/lib/domain/ruling";

/** From a byte to a byte, both included. */
export type ByteRange = { from: number; to: number };

/**
 * What a Range header asks of `size` bytes; null where it asks for all, or for several ranges, which may be answered with all.
 * Refused `unsatisfiable` where nothing of it is there. Source: RFC 9110, 14.
 */
export function readRange(header: string | null, size: number): Ruling<ByteRange | null, "unsatisfiable"> {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? [];
  if (first === "" && last === "") return granted(null);
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? refused("unsatisfiable") : granted({ from: size - length, to: size - 1 });
  }
  const from = Number(first);
  const to = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < from) return granted(null);
  return from >= size ? refused("unsatisfiable") : granted({ from, to });
}
