import { myStream } from "@/lib/server/http/my-stream";

export const dynamic = "force-dynamic";

export const GET = myStream;
