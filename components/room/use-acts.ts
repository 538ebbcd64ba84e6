import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { offerToast } from "@/components/room/hands/use-answered-offers";
import { toast } from "@/components/ui/toast";
import { api } from "@/lib/client/api";
import type { Done } from "@/lib/client/call";
import { familyApi } from "@/lib/client/family/family-api";
import { handsApi } from "@/lib/client/hands/hands-api";
import { moderationApi } from "@/lib/client/moderation/moderation-api";
import { comeOnStage } from "@/lib/client/room/go-on-stage";
import { roomActs } from "@/lib/client/room/room-acts";
import { roomSession } from "@/lib/client/room/room-session";
import { roomStore } from "@/lib/client/room/room-store";
import type { GuestsAfterRemoval } from "@/lib/domain/moderation/removal";
import type { HandMode } from "@/lib/domain/rooms/room";
import { isolated } from "@/lib/domain/text/isolated";
import type { PersonFace } from "@/lib/wire/people/views";

/** Everything one can do in a room, each saying plainly where it was refused. */
export function useActs(roomId: string) {
  const t = useTranslations("room");
  const sayRefusal = useRefusalText();
  const router = useRouter();
  return useMemo(() => {
    const said = async (act: Promise<Done | null>, success?: () => void): Promise<boolean> => {
      const answer = await act;
      if (answer && !answer.ok) toast(sayRefusal(answer));
      else success?.();
      return answer?.ok ?? true;
    };
    return {
      /** The page's own address says by which link one comes. */
      listen: () => roomSession().listen(roomId, new URLSearchParams(location.search).get("invite") ?? undefined),
      comeOnStage: () => comeOnStage(roomId),
      unlockSound: () => roomSession().unlockSound(),
      /** What an absence has cost was read. */
      understood: () => roomStore.tell({ type: "noticed" }),
      leave: async () => {
        const left = roomSession().leave();
        router.push("/");
        await left;
      },
      /** The page stays: one may come back into the line, at its end. */
      leaveLine: () => void roomSession().leave(),
      switchMicrophone: () => said(roomActs.switchMicrophone()),
      muteRoom: roomActs.muteRoom,
      talk: (on: boolean) => void roomSession().microphone.turn(on),
      raiseHand: (question?: string) => said(roomActs.raiseHand(question)),
      lowerHand: () => said(roomActs.lowerHand()),
      askQuestion: (question: string) => said(roomActs.askQuestion(question)),
      lowerAllHands: () => said(handsApi.lowerAllHands(roomId)),
      setHandMode: (mode: HandMode) => said(handsApi.setHandMode(roomId, mode)),
      withdrawOffer: ({ id }: PersonFace) => said(api.withdrawOffer(roomId, id)),
      acceptOffer: () => said(roomActs.acceptOffer()),
      declineOffer: () => said(roomActs.declineOffer()),
      stepDown: () => said(roomActs.stepDown()),
      leadHall: () => said(familyApi.leadHall(roomId)),
      takeOfferedSeat: () => said(roomActs.takeOfferedSeat()),
      declineSeatOffer: () => said(roomActs.declineSeatOffer()),
      offerStage: ({ id, name }: PersonFace) =>
        said(api.offerStage(roomId, id), () =>
          toast(t("invited", { name: isolated(name) }), {
            text: t("takeBack"),
            run: () => void said(api.withdrawOffer(roomId, id)),
            key: offerToast(id),
          }),
        ),
      pickHand: ({ id }: PersonFace, reason: string) => said(handsApi.pickHand(roomId, id, reason)),
      unpickHand: ({ id }: PersonFace) => said(handsApi.unpickHand(roomId, id)),
      declineHand: ({ id }: PersonFace) => said(api.declineHand(roomId, id)),
      moveToAudience: ({ id }: PersonFace) => said(api.moveToAudience(roomId, id)),
      mute: ({ id }: PersonFace) => said(api.mute(roomId, id)),
      makeModerator: ({ id }: PersonFace) => said(api.changeRole(roomId, id, "moderator")),
      unmakeModerator: ({ id }: PersonFace) => said(api.changeRole(roomId, id, "speaker")),
      removePerson: ({ id, name }: PersonFace, reason: string, guests: GuestsAfterRemoval) =>
        said(api.removePerson(roomId, id, { reason, guests }), () =>
          toast(t("removedPerson", { name: isolated(name) }), {
            text: t("takeBack"),
            run: () => void said(moderationApi.liftBan(roomId, id)),
          }),
        ),
      liftBan: ({ id, name }: PersonFace) =>
        said(moderationApi.liftBan(roomId, id), () => toast(t("moderation.lifted", { name: isolated(name) }))),
      muteAll: (lock: boolean) =>
        said(moderationApi.muteAll(roomId, lock), () =>
          toast(t(lock ? "moderation.allLocked" : "moderation.allMuted")),
        ),
      unlockMicrophones: () => said(moderationApi.unlockMicrophones(roomId)),
      handOver: ({ id, name }: PersonFace) =>
        said(moderationApi.handOver(roomId, id), () => toast(t("moderation.handedOver", { name: isolated(name) }))),
      /** Gives the room into somebody's hands, then goes; stays where that was refused. */
      leaveTo: async ({ id }: PersonFace, asHost: boolean) => {
        const given = asHost ? moderationApi.handOver(roomId, id) : api.changeRole(roomId, id, "moderator");
        if (!(await said(given))) return;
        const left = roomSession().leave();
        router.push("/");
        await left;
      },
      endRoom: (farewell: string) => said(moderationApi.endRoom(roomId, farewell)),
    };
  }, [roomId, router, sayRefusal, t]);
}

export type Acts = ReturnType<typeof useActs>;
