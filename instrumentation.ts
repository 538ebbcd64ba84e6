import { notePageFault } from "@/lib/server/http/page-fault";

/** Next tells every fault of a page here, before it answers. */
export function onRequestError(
  fault: unknown,
  { path, headers }: { path: string; headers: Record<string, string | string[] | undefined> },
): void {
  notePageFault(headers["x-request-id"]?.toString(), path.split("?", 1)[0] ?? "", fault);
}
