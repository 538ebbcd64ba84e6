import { approveRequest } from "@/lib/server/commands/clubs/approve-request";
import { refuseRequest } from "@/lib/server/commands/clubs/refuse-request";
import { command } from "@/lib/server/http/command";

export const PUT = command(approveRequest);
export const DELETE = command(refuseRequest);
