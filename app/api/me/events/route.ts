import { myStream } from "@/lib/server/http/my-stream";

export const dynamic = "force-dynamic";

export const GET = Object.assign(myStream, {
  spec: { summary: "What of mine has to be read anew, as events", who: "member", stream: true, refusals: ["too_many"] },
});
