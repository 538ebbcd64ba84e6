import { declineSeatOffer } from "@/lib/server/commands/family/decline-seat-offer";
import { takeOfferedSeat } from "@/lib/server/commands/family/take-offered-seat";
import { command } from "@/lib/server/http/command";

export const POST = command(takeOfferedSeat);
export const DELETE = command(declineSeatOffer);
