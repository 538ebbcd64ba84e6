import { v5 } from "uuid";

const NAMESPACE = "6f6a2a0e-6d2c-4c0e-9f0b-3f1f8f8b7c11";

/** The same id at every start, so that whoever renamed themselves or moved a date is still known as the cast's. */
export const castId = (kind: "person" | "show" | "club" | "room", name: string): string =>
  v5(`${kind} ${name}`, NAMESPACE);
