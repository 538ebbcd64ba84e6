import { endVisit } from "@/lib/server/commands/family/end-visit";
import { visitHall } from "@/lib/server/commands/family/visit-hall";
import { command } from "@/lib/server/http/command";

export const POST = command(visitHall);
export const DELETE = command(endVisit);
