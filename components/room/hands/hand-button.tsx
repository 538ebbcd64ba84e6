import Hand from "lucide-react/icons/hand";
import MessageCircleQuestion from "lucide-react/icons/message-circle-question-mark";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSignInPath } from "@/components/room/door/use-sign-in-path";
import { useKeyLabels } from "@/components/room/keyboard/use-key-labels";
import { useRoomScene } from "@/components/room/room-context";
import { Button, buttonClass } from "@/components/ui/button";
import { wishMemory } from "@/lib/client/sign-in/wish-memory";
import { QuestionDialog } from "./question-dialog";
import { useHandActs } from "./use-hand-acts";

const WIDTH = "min-w-10 flex-1 sm:max-w-48";

/** Where the dock has no room for words, the sign stands alone. */
const WORDS = "min-w-0 leading-tight @max-[8rem]:sr-only";

/** Asks to speak, or takes it back. A guest is shown the way to an account instead. */
export function HandButton() {
  const scene = useRoomScene();
  const acts = useHandActs();
  const signInPath = useSignInPath();
  const t = useTranslations("room");
  const hands = useTranslations("hands");
  const keys = useKeyLabels();
  if (!scene.isMember) {
    return (
      <Link
        href={signInPath}
        onClick={() => wishMemory.keep(scene.view.room.id, "hand")}
        className={`${buttonClass("plain", "dock")} ${WIDTH} text-center leading-tight @max-[8rem]:px-1 @max-[8rem]:text-xs`}
      >
        {t("signInToSpeak")}
      </Link>
    );
  }
  if (!scene.may("raiseHand")) return null;
  const { mine } = scene;
  const raised = mine !== null && mine.handRaisedAt !== null;
  if (!raised && scene.stageRoom.handMode === "off") return <HandsOff />;
  return (
    <div className="flex min-w-0 flex-1 items-center justify-center gap-1">
      <Button
        look={raised ? "plain" : "act"}
        aria-pressed={raised}
        aria-keyshortcuts={keys.hand}
        title={raised && mine.handParked ? hands("ownParked") : undefined}
        onClick={() => void (raised ? acts.lowerHand() : acts.raiseHand())}
        size="dock"
        className={WIDTH}
      >
        <Hand className={raised ? "size-5 fill-light text-light-ink" : "size-5"} aria-hidden="true" />
        <span className={raised ? "min-w-0 leading-tight @max-[11.5rem]:sr-only" : WORDS}>
          <span className="whitespace-nowrap">{t(raised ? "lowerHand" : "raiseHand")}</span>
          {!raised && scene.stageRoom.handMode === "followed" && (
            <span className="block text-xs font-normal">{hands("followedOnly")}</span>
          )}
        </span>
        {raised && mine.handParked && <span className="sr-only">{hands("ownParked")}</span>}
      </Button>
      {raised && <AddQuestion asked={mine.handQuestion} />}
    </div>
  );
}

/** Says why no hand can go up, in place of the button. */
function HandsOff() {
  const t = useTranslations("hands");
  return (
    <Button disabled size="dock" className={WIDTH}>
      <Hand className="size-5" aria-hidden="true" />
      <span className={WORDS}>{t("off")}</span>
    </Button>
  );
}

function AddQuestion({ asked }: { asked: string }) {
  const t = useTranslations("hands");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look="quiet"
        size="icon"
        onClick={() => setOpen(true)}
        aria-label={t(asked ? "editQuestion" : "addQuestion")}
        title={t(asked ? "editQuestion" : "addQuestion")}
      >
        <MessageCircleQuestion className={asked ? "size-5 fill-light text-light-ink" : "size-5"} aria-hidden="true" />
      </Button>
      {open && <QuestionDialog asked={asked} open onClose={() => setOpen(false)} />}
    </>
  );
}
