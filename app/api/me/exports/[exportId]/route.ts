import { sendArchive } from "@/lib/server/account/send-archive";

export const dynamic = "force-dynamic";

export const GET = sendArchive;
