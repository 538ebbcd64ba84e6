/** Whether whoever asks names this tag among those that they hold; null where they name none (RFC 9110, 13.1.2). */
export function holdsTag(request: Request, etag: string): boolean | null {
  const tags = request.headers.get("if-none-match");
  return tags === null ? null : tags.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
