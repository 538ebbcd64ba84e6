import type { Side } from "@/lib/domain/reports/report";
import { env } from "@/lib/env";
import { sameBytes, sealOf } from "./secrets";

const SHAPE = /^(r|a)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

const LETTERS = { reporter: "r", affected: "a" } as const satisfies Record<Side, string>;

/** What opens the page of a report to whoever filed it (`id`: of the report), or of a case to whom it is about: signed, and in no list. */
export const decisionKey = (side: Side, id: string): string =>
  `${LETTERS[side]}${id}.${sealOf(`decision ${side}`, id).toString("base64url")}`;

/** What a key opens; null where it was not signed here. */
export function readDecisionKey(key: string): { side: Side; id: string } | null {
  const [, letter, id, seal] = SHAPE.exec(key) ?? [];
  if (!letter || !id || !seal) return null;
  const side: Side = letter === "r" ? "reporter" : "affected";
  return sameBytes(Buffer.from(seal, "base64url"), sealOf(`decision ${side}`, id)) ? { side, id } : null;
}

export const decisionPage = (key: string): string => new URL(`/reports/${key}`, env().PLENUM_URL).href;
