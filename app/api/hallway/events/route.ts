import { hallwayStream } from "@/lib/server/http/hallway-stream";

export const dynamic = "force-dynamic";

export const GET = hallwayStream;
