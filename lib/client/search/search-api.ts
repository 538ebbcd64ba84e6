import { call } from "@/lib/client/call";

/** Some of each kind that is called something like it. */
export const searchAll = (q: string) => call("GET /api/search", { asked: { q } });
