import { acceptOffer } from "@/lib/server/commands/accept-offer";
import { declineOffer } from "@/lib/server/commands/decline-offer";
import { command } from "@/lib/server/http/command";

export const POST = command(acceptOffer);
export const DELETE = command(declineOffer);
