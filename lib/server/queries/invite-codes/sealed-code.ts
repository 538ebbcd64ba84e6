import { writeCode } from "@/lib/domain/invite-codes/invite-code";
import { sealOf } from "@/lib/server/callers/secrets";

/** The code of a row. It stands nowhere: who reads the table, or a copy of it, has no code. */
export const codeOf = (id: string): string => writeCode(sealOf("invite code", id));

/** By which a code finds its row. */
export const sealOfCode = (code: string): Buffer<ArrayBuffer> => sealOf("invite code shown", code);
