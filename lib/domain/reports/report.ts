import { granted, type Ruling, refused } from "@/lib/domain/ruling";

/** Why something should not be here, and how grave that is: the gravest are looked at first. */
const GRAVITY = {
  danger: 3,
  child_safety: 3,
  violence: 3,
  hate: 2,
  harassment: 2,
  sexual: 2,
  privacy: 2,
  illegal: 2,
  impersonation: 1,
  spam: 1,
  other: 1,
} as const;

export type ReportReason = keyof typeof GRAVITY;

export const REPORT_REASONS = Object.keys(GRAVITY) as [ReportReason, ...ReportReason[]];

export const gravityOf = (reason: ReportReason): number => GRAVITY[reason];

/** What a report is of. `address`: what is not found here, or not by whoever reports it. */
export const SUBJECT_KINDS = ["person", "room", "message", "show", "recording", "address"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What is done about it. */
export const MEASURES = [
  "none",
  "warned",
  "message_deleted",
  "recording_deleted",
  "profile_reset",
  "room_ended",
  "banned",
] as const;
export type Measure = (typeof MEASURES)[number];

const ONLY_OF: Partial<Record<Measure, SubjectKind>> = {
  message_deleted: "message",
  recording_deleted: "recording",
  profile_reset: "person",
  room_ended: "room",
};

/** What can be done about a case: what is of somebody can be said to them, and lead to their ban. */
export const measuresOf = (one: { kind: SubjectKind; personId: string | null }): Measure[] =>
  MEASURES.filter((measure) => {
    if (measure === "none") return true;
    if (measure === "warned" || measure === "banned") return one.personId !== null;
    return ONLY_OF[measure] === one.kind;
  });

/** So long a decision can be appealed. Source: Digital Services Act, Art. 20. */
export const APPEAL_DAYS = 183;
const DAY_MS = 24 * 60 * 60_000;

export const appealsUntil = (decidedAt: Date): Date => new Date(decidedAt.getTime() + APPEAL_DAYS * DAY_MS);

export type Side = "reporter" | "affected";

type Decided = { decidedAt: Date | null; hasAppeal: boolean };

/** Once, and in time. */
export function appeal({ decidedAt, hasAppeal }: Decided, now: Date): Ruling<null, "not_decided" | "appeal_over"> {
  if (!decidedAt) return refused("not_decided");
  return hasAppeal || now >= appealsUntil(decidedAt) ? refused("appeal_over") : granted(null);
}

/** Nobody judges their own decision. `done`: it is decided already. */
export function decideAppeal(
  judgeId: string,
  { decidedById, appealDecidedAt }: { decidedById: string | null; appealDecidedAt: Date | null },
): Ruling<"decide" | "done", "not_allowed"> {
  if (appealDecidedAt) return granted("done");
  return judgeId === decidedById ? refused("not_allowed") : granted("decide");
}
