import { adminStream } from "@/lib/server/http/admin-stream";

export const dynamic = "force-dynamic";

export const GET = Object.assign(adminStream, {
  spec: {
    summary: "What there is now and how each part is, for admins, as events",
    stream: true,
    refusals: ["not_found", "too_many"],
  },
});
