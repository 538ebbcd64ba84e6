import { hallwayStream } from "@/lib/server/http/hallway-stream";

export const dynamic = "force-dynamic";

export const GET = Object.assign(hallwayStream, {
  spec: { summary: "Which rooms of the hallway changed, as events", stream: true, refusals: ["too_many"] },
});
