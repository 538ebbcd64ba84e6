import { sendToHall } from "@/lib/server/commands/family/send-to-hall";
import { withdrawSeatOffer } from "@/lib/server/commands/family/withdraw-seat-offer";
import { command } from "@/lib/server/http/command";

export const POST = command(sendToHall);
export const DELETE = command(withdrawSeatOffer);
