import Hand from "lucide-react/icons/hand";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import type { Acts } from "./use-acts";
import type { RoomScene } from "./use-room";

const SIZE = "min-h-12! flex-1 sm:max-w-48";

/** Asks to speak, or takes it back. A guest is shown the way to an account instead. */
export function HandButton({ scene, acts }: { scene: RoomScene; acts: Acts }) {
  const t = useTranslations("room");
  if (!scene.isMember) {
    return (
      <Link
        href={`/sign-in?next=/rooms/${scene.view.room.id}`}
        className={`${buttonClass("plain")} ${SIZE} whitespace-nowrap px-3! text-center`}
      >
        {t("signInToSpeak")}
      </Link>
    );
  }
  if (!scene.may("raiseHand")) return null;
  const raised = scene.mine?.handRaisedAt !== null;
  return (
    <Button
      look={raised ? "plain" : "act"}
      aria-pressed={raised}
      aria-keyshortcuts="H"
      onClick={raised ? acts.lowerHand : acts.raiseHand}
      className={SIZE}
    >
      <Hand className={raised ? "size-5 fill-light text-light-ink" : "size-5"} aria-hidden="true" />
      {t(raised ? "lowerHand" : "raiseHand")}
    </Button>
  );
}
