import { sendNotice } from "@/lib/server/commands/family/send-notice";
import { command } from "@/lib/server/http/command";

export const POST = command(sendNotice);
