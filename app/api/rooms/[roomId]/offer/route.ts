import { acceptOffer } from "@/lib/server/commands/stage/accept-offer";
import { declineOffer } from "@/lib/server/commands/stage/decline-offer";
import { command } from "@/lib/server/http/command";

export const POST = command(acceptOffer);
export const DELETE = command(declineOffer);
