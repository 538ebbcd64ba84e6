import Headphones from "lucide-react/icons/headphones";
import Mic from "lucide-react/icons/mic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useRoomScene } from "@/components/room/room-context";
import { useSession } from "@/components/room/session/use-session";
import { Button, buttonClass } from "@/components/ui/button";
import { whenIdle } from "@/lib/client/browser/when-idle";
import { useSignInPath } from "./use-sign-in-path";

type JoinPanelProps = { onListen: () => void; onStage?: () => void; onPrepare: () => void; isTeam: boolean };

/**
 * One tap and one hears. Nothing is asked: no account, no microphone; but whoever comes back to the stage may have theirs
 * opened by that tap. `onPrepare`: fetches ahead what the tap will need. `isTeam`:
 * they may come in before it is live.
 */
export function JoinPanel({ onListen, onStage, onPrepare, isTeam }: JoinPanelProps) {
  const scene = useRoomScene();
  const t = useTranslations("room");
  const { status, guestsAllowed } = scene.view.room;
  const signInPath = useSignInPath();
  const connecting = scene.phase === "connecting";
  const { opened } = useSession();
  const listenHint = scene.isMember ? "listenHintMember" : "listenHint";
  const backstage = useTranslations("guests.backstage");
  const isBehind = status === "scheduled";
  const stageHint = opened ? "openingHint" : "goOnStageHint";
  const answered = scene.phase !== "idle" && scene.phase !== "left" && !connecting;
  const isOpen = status === "live" || (status === "scheduled" && isTeam);
  const prepare = useRef(onPrepare);
  prepare.current = onPrepare;
  useEffect(() => {
    if (isOpen) return whenIdle(() => prepare.current());
  }, [isOpen]);
  // The banner says what the door or the session answered, and offers what can be done about it.
  if (answered) return null;
  if (!isOpen) {
    return (
      <div className="flex flex-col items-center gap-3 pb-2 pt-1 text-center lg:gap-4 lg:pt-24">
        {scene.view.room.endLine && (
          <p className="max-w-prose text-lg [overflow-wrap:anywhere]">
            {t("moderation.why", { reason: scene.view.room.endLine })}
          </p>
        )}
        <p className="max-w-prose text-soft">{t(status === "ended" ? "endedText" : "scheduledText")}</p>
        <Link href="/" className={buttonClass("act")}>
          {t("toHallway")}
        </Link>
      </div>
    );
  }
  if (!guestsAllowed && !scene.isMember && !isTeam) {
    return (
      <div className="flex flex-col items-center gap-3 pb-2 pt-1 text-center lg:gap-4 lg:pt-24">
        <p className="max-w-prose text-soft">{t("membersOnly")}</p>
        <Link href={signInPath} className={buttonClass("act")}>
          {t("signInToListen")}
        </Link>
      </div>
    );
  }
  return (
    <div className="flex flex-col items-center gap-2 pt-1 lg:pt-24">
      {onStage && (
        <Button
          look="act"
          busy={connecting}
          onClick={onStage}
          onPointerEnter={onPrepare}
          onFocus={onPrepare}
          size="large"
          className="min-w-56 lg:w-full"
        >
          {!connecting && <Mic className="size-5" aria-hidden="true" />}
          {isBehind && !connecting ? backstage("enter") : t(connecting ? "comingOnStage" : "goOnStage")}
        </Button>
      )}
      {!(onStage && (connecting || isBehind)) && (
        <Button
          look={onStage ? "quiet" : "act"}
          busy={connecting}
          onClick={onListen}
          onPointerEnter={onPrepare}
          onFocus={onPrepare}
          size={onStage ? "normal" : "large"}
          className={onStage ? undefined : "min-w-56 lg:w-full"}
        >
          {!connecting && <Headphones className="size-5" aria-hidden="true" />}
          {t(connecting ? "comingIn" : "listen")}
        </Button>
      )}
      <p className="text-center text-sm text-soft">
        {isBehind ? backstage("enterHint") : t(onStage ? stageHint : listenHint)}
      </p>
    </div>
  );
}
