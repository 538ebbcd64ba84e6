import { sendToHall } from "@/lib/server/commands/family/send-to-hall";
import { takeBackSeatOffer } from "@/lib/server/commands/family/take-back-seat-offer";
import { command } from "@/lib/server/http/command";

export const POST = command(sendToHall);
export const DELETE = command(takeBackSeatOffer);
