import type { HandView } from "@/lib/wire/views";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "./face-json";

export type HandJson = { face: FaceJson; raisedAt: string; question: string; parked: boolean };

/** A list of HandJson of `hand q JOIN person p`: hands that count before parked ones, each as they were raised. */
export const HANDS_JSON_SQL = `coalesce(json_agg(json_build_object('face', ${FACE_JSON_SQL}, 'raisedAt', q.raised_at,
  'question', q.question, 'parked', q.parked_at IS NOT NULL) ORDER BY q.parked_at IS NOT NULL, q.raised_at, q.id), '[]')`;

export const toHand = ({ face, raisedAt, question, parked }: HandJson): HandView => ({
  person: faceOfJson(face),
  raisedAt: new Date(raisedAt).toISOString(),
  question,
  parked,
  hall: 0,
  picked: null,
});
