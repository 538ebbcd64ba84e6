import { waitingStream } from "@/lib/server/http/waiting-stream";

export const dynamic = "force-dynamic";

export const GET = Object.assign(waitingStream, {
  spec: {
    summary: "How many wait for a planned room to begin, and that it has, as events",
    stream: true,
    refusals: ["not_found", "too_many"],
  },
});
