import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { offerToast } from "@/components/room/hands/use-answered-offers";
import { useRoomId } from "@/components/room/room-context";
import { toast } from "@/components/ui/toast";
import { api } from "@/lib/client/api";
import { moderationApi } from "@/lib/client/moderation/moderation-api";
import type { GuestsAfterRemoval } from "@/lib/domain/moderation/removal";
import { isolated } from "@/lib/domain/text/isolated";
import type { PersonFace } from "@/lib/wire/people/views";

/** What those who lead a room do about others in it. */
export function useModerationActs() {
  const t = useTranslations("room");
  const roomId = useRoomId();
  const attempt = useAttempt();
  return useMemo(() => {
    /** Says what was done, with a way to take it back; `key`: by which that can be dismissed. */
    const sayDone = (text: string, takeBack: () => Promise<boolean>, key?: string): void =>
      toast(text, { text: t("takeBack"), run: () => void takeBack(), key });
    const withdrawOffer = ({ id }: PersonFace) => attempt(api.withdrawOffer(roomId, id));
    return {
      offerStage: (person: PersonFace) =>
        attempt(api.offerStage(roomId, person.id), () =>
          sayDone(t("invited", { name: isolated(person.name) }), () => withdrawOffer(person), offerToast(person.id)),
        ),
      withdrawOffer,
      moveToAudience: ({ id }: PersonFace) => attempt(api.moveToAudience(roomId, id)),
      mute: ({ id }: PersonFace) => attempt(api.mute(roomId, id)),
      muteAll: (lock: boolean) =>
        attempt(moderationApi.muteAll(roomId, lock), () =>
          toast(t(lock ? "moderation.allLocked" : "moderation.allMuted")),
        ),
      unlockMicrophones: () => attempt(moderationApi.unlockMicrophones(roomId)),
      makeModerator: ({ id }: PersonFace) => attempt(api.changeRole(roomId, id, "moderator")),
      unmakeModerator: ({ id }: PersonFace) => attempt(api.changeRole(roomId, id, "speaker")),
      handOver: ({ id, name }: PersonFace) =>
        attempt(moderationApi.handOver(roomId, id), () => toast(t("moderation.handedOver", { name: isolated(name) }))),
      removePerson: ({ id, name }: PersonFace, reason: string, guests: GuestsAfterRemoval) =>
        attempt(api.removePerson(roomId, id, { reason, guests }), () =>
          sayDone(t("removedPerson", { name: isolated(name) }), () => attempt(moderationApi.liftBan(roomId, id))),
        ),
      liftBan: ({ id, name }: PersonFace) =>
        attempt(moderationApi.liftBan(roomId, id), () => toast(t("moderation.lifted", { name: isolated(name) }))),
    };
  }, [roomId, attempt, t]);
}
