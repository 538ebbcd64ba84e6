import type { CodeState } from "@/lib/domain/invite-codes/invite-code";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";

/** Who may make an account: everyone, whoever a member invites, nobody. */
export const SIGN_UP_MODES = ["open", "invited", "closed"] as const;

export type SignUpMode = (typeof SIGN_UP_MODES)[number];

/** Why somebody new gets no account; members sign in in any case. */
export const SIGN_UP_REFUSALS = ["invite_needed", "invite_spent", "sign_up_closed"] as const;

export type SignUpRefusal = (typeof SIGN_UP_REFUSALS)[number];

/**
 * Whether somebody new may have an account, and whether the code they bring is used up by that. `code`: how the code stands
 * that they came by, null where there is none. In an open house a code only says who brought them, so one that counts no more keeps nobody out.
 */
export function judgeSignUp(mode: SignUpMode, code: CodeState | null): Ruling<"by_code" | "alone", SignUpRefusal> {
  if (mode === "closed") return refused("sign_up_closed");
  if (code === "open") return granted("by_code");
  if (mode === "open") return granted("alone");
  return refused(code === "spent" ? "invite_spent" : "invite_needed");
}
