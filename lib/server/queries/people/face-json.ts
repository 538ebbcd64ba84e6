import { FACE_SQL, type FaceRow, toFace } from "@/lib/server/callers/faces";
import type { PersonFace } from "@/lib/wire/people/views";

/**
 * A person `p` as one JSON value, for faces gathered inside a statement. No column may be called `face_row`: Postgres would take
 * it for the row.
 */
export const FACE_JSON_SQL = `(SELECT row_to_json(face_row) FROM (SELECT ${FACE_SQL}) face_row)`;

export type FaceJson = Omit<FaceRow, "createdAt" | "hatHiddenAt" | "givenUpAt"> & {
  createdAt: string;
  hatHiddenAt: string | null;
  givenUpAt: string | null;
};

export const faceOfJson = (face: FaceJson): PersonFace =>
  toFace({
    ...face,
    createdAt: new Date(face.createdAt),
    hatHiddenAt: face.hatHiddenAt === null ? null : new Date(face.hatHiddenAt),
    givenUpAt: face.givenUpAt === null ? null : new Date(face.givenUpAt),
  });
