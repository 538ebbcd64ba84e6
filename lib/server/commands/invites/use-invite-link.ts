import { type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { findLinkBySecret } from "@/lib/server/acts/find-link-by-secret";
import { redeemLink } from "@/lib/server/acts/redeem-link";
import { addressOf } from "@/lib/server/callers/client-address";
import { defineCommand } from "@/lib/server/http/command";
import { nothing } from "@/lib/wire/fields";
import { linkUseInput } from "@/lib/wire/invites/inputs";

/** Uses an invitation link without taking a seat. 404 where no link of this room has that secret. */
export const useInviteLink = defineCommand({
  who: "person",
  limit: { none: "wrong links are counted by address where they are looked up" },
  input: linkUseInput,
  output: nothing,
  refusals: ["banned", "guests_not_allowed", "link_spent", "members_only", "not_found", "too_many"],
  summary: "Use an invitation link",
  run: async ({ caller, params, input, request }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId) return refused("not_found");
    const link = await findLinkBySecret(roomId, input.secret, addressOf(request));
    if (!link.ok) return link;
    if (!link.value) return refused("not_found");
    const use = await redeemLink(roomId, caller, link.value.id);
    return use.ok ? granted(null) : use;
  },
});
