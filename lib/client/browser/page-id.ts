import { v4 as uuid } from "uuid";

const KEY = "plenum-page";

let made: string | null = null;

/** Which page this is, by an id made up for it: the same after a reload, another one in every other tab and device. */
export function pageId(): string {
  made ??= kept() ?? fresh();
  return made;
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function fresh(): string {
  const id = uuid();
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // Without storage a reload is another page, which comes in by a tap.
  }
  return id;
}
