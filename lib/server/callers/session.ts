import { headers } from "next/headers";
import type { PersonId } from "@/lib/domain/ids";
import { db } from "@/lib/server/postgres/db";
import type { Viewer } from "@/lib/wire/people/views";
import type { Caller } from "./caller";
import { addressOf } from "./client-address";
import { sessionHashOf } from "./credential";
import { FACE_COLUMNS, toFace } from "./faces";
import { callerOfHeaders, type Leaver, leaverOfHeaders } from "./find-caller";

/** Who asks for this page; null where nobody is signed in. The same look-up as the routes'. */
export async function callerOfPage(): Promise<Caller | null> {
  return callerOfHeaders(new Headers(await headers()));
}

/** Who asks for this page and gave their account up; null for everyone else. */
export async function leaverOfPage(): Promise<Leaver | null> {
  return leaverOfHeaders(new Headers(await headers()));
}

/** The session by which this page was asked for, as its row names it; null where there is none. */
export async function sessionOfPage(): Promise<Buffer<ArrayBuffer> | null> {
  return sessionHashOf(new Headers(await headers()));
}

/** Where this page was asked from, as limits count it. */
export async function addressOfPage(): Promise<string> {
  return addressOf({ headers: new Headers(await headers()) });
}

/** Who looks at this page, with face and name; null for nobody. A guest is somebody only once they have tapped *Listen*. */
export async function viewer(): Promise<Viewer> {
  const caller = await callerOfPage();
  return caller && faceOf(caller.id);
}

async function faceOf(id: PersonId): Promise<Viewer> {
  const person = await db().person.findUnique({ where: { id }, select: { ...FACE_COLUMNS, admin: true } });
  return person && { ...toFace(person), admin: person.admin };
}
