import { toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { adminLog } from "@/lib/server/queries/admin/admin-log";

export const GET = query("What admins did, for admins", ({ caller, request }) =>
  adminLog(caller, toId(new URL(request.url).searchParams.get("before") ?? undefined)),
);
