import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { toast } from "@/components/ui/toast";
import { api, type Done } from "@/lib/client/api";
import { roomActs } from "@/lib/client/room-acts";
import { roomSession } from "@/lib/client/room-session";
import type { PersonFace } from "@/lib/wire/views";

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
      listen: () => roomSession().listen(roomId),
      unlockSound: () => roomSession().unlockSound(),
      leave: async () => {
        const left = roomSession().leave();
        router.push("/");
        await left;
      },
      switchMicrophone: () => said(roomActs.switchMicrophone()),
      talk: (on: boolean) => roomSession().microphone.turn(on),
      raiseHand: () => said(roomActs.raiseHand()),
      lowerHand: () => said(roomActs.lowerHand()),
      acceptOffer: () => said(roomActs.acceptOffer()),
      declineOffer: () => said(roomActs.declineOffer()),
      stepDown: () => said(roomActs.stepDown()),
      invite: ({ id, name }: PersonFace) =>
        said(api.makeOffer(roomId, id), () =>
          toast(t("invited", { name }), {
            text: t("takeBack"),
            run: () => void said(api.withdrawOffer(roomId, id)),
          }),
        ),
      declineHand: ({ id }: PersonFace) => said(api.declineHand(roomId, id)),
      moveToAudience: ({ id }: PersonFace) => said(api.moveToAudience(roomId, id)),
      mute: ({ id }: PersonFace) => said(api.mute(roomId, id)),
      makeModerator: ({ id }: PersonFace) => said(api.changeRole(roomId, id, "moderator")),
      unmakeModerator: ({ id }: PersonFace) => said(api.changeRole(roomId, id, "speaker")),
      remove: ({ id, name }: PersonFace) => said(api.remove(roomId, id, ""), () => toast(t("removedPerson", { name }))),
      end: () => said(api.endRoom(roomId)),
    };
  }, [roomId, router, sayRefusal, t]);
}

export type Acts = ReturnType<typeof useActs>;
