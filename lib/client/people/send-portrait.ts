import { type ApiAnswer, readAnswer } from "@/lib/client/call";
import type { Crop } from "@/lib/domain/portraits/crop";
import type { Api } from "@/lib/wire/api";

type Answer = ApiAnswer<Api["PUT /api/me/portrait"]["answer"]>;

/** A large picture over a slow network takes its time. */
const PATIENCE_MS = 60_000;

/**
 * Sends a picture and the square that is to be cut out of it. `onSent`: the part of it that is on its way, from 0 to 1; `fetch`
 * cannot tell. Nothing is thrown.
 */
export function sendPortrait(picture: Blob, crop: Crop, onSent: (part: number) => void): Promise<Answer> {
  const lost: Answer = { ok: false, code: "network", facts: {} };
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const asked = new URLSearchParams(Object.entries(crop).map(([name, part]) => [name, part.toFixed(6)]));
    request.open("PUT", `/api/me/portrait?${asked}`);
    request.timeout = PATIENCE_MS;
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = new Response(request.responseText, { status: request.status });
      readAnswer<Api["PUT /api/me/portrait"]["answer"]>(answer).then(resolve, () => resolve(lost));
    };
    for (const end of ["onerror", "ontimeout", "onabort"] as const) request[end] = () => resolve(lost);
    request.send(picture);
  });
}
