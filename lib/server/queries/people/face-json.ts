import { type FaceRow, toFace } from "@/lib/server/callers/faces";
import type { PersonFace } from "@/lib/wire/people/views";

/** A person `p` as one JSON value, for faces gathered inside a statement. */
export const FACE_JSON_SQL = `json_build_object('id', p.id, 'kind', p.kind, 'name', p.name, 'handle', p.handle,
  'portraitSeed', p.portrait_seed, 'portraitKey', p.portrait_key, 'createdAt', p.created_at, 'hatHiddenAt', p.hat_hidden_at, 'admin', p.admin)`;

export type FaceJson = Omit<FaceRow, "createdAt" | "hatHiddenAt"> & { createdAt: string; hatHiddenAt: string | null };

export const faceOfJson = (face: FaceJson): PersonFace =>
  toFace({
    ...face,
    createdAt: new Date(face.createdAt),
    hatHiddenAt: face.hatHiddenAt === null ? null : new Date(face.hatHiddenAt),
  });
