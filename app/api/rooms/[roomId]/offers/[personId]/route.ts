import { offerStage } from "@/lib/server/commands/stage/offer-stage";
import { withdrawOffer } from "@/lib/server/commands/stage/withdraw-offer";
import { command } from "@/lib/server/http/command";

export const POST = command(offerStage);
export const DELETE = command(withdrawOffer);
