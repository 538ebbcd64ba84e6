import { offerStage } from "@/lib/server/commands/offer-stage";
import { withdrawOffer } from "@/lib/server/commands/withdraw-offer";
import { command } from "@/lib/server/http/command";

export const POST = command(offerStage);
export const DELETE = command(withdrawOffer);
