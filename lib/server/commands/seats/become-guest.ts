import { type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { ADMISSION_REFUSALS } from "@/lib/domain/seats/admission";
import { newGuest } from "@/lib/server/admission/new-guest";
import { guestKey } from "@/lib/server/callers/guest-cookie";
import { defineCommand } from "@/lib/server/http/command";
import { noInput } from "@/lib/wire/fields";
import { guestAnswer } from "@/lib/wire/seats/views";

/**
 * Makes a guest for a page that keeps to itself who it is, such as a player in another site's frame: its key is answered, to be
 * shown as a bearer's, and no cookie is set or looked at. Whoever is signed in here plays no part in it.
 */
export const becomeGuest = defineCommand({
  who: "anyone",
  limit: { none: "guests are counted where they are made, by address and site" },
  input: noInput,
  output: guestAnswer,
  refusals: [...ADMISSION_REFUSALS, "too_many"],
  status: 201,
  summary: "Become a guest for one page, which keeps the key and no cookie",
  run: async ({ params, request }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId) return refused("not_found");
    const guest = await newGuest(roomId, request, false);
    return guest.ok ? granted({ key: guestKey(guest.value.id) }) : guest;
  },
});
