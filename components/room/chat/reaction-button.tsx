import SmilePlus from "lucide-react/icons/smile-plus";
import { useTranslations } from "next-intl";
import { useAttempt } from "@/components/frame/use-attempt";
import { useRoomScene } from "@/components/room/room-context";
import { buttonClass } from "@/components/ui/button";
import { PopoverLayer } from "@/components/ui/layers/popover-layer";
import { roomReactions } from "@/lib/client/chat/reactions";
import { REACTIONS, type Reaction } from "@/lib/domain/chat/reactions";

const PICKER = "room-reactions";

/** Names for those who do not see them; a message key may not be an emoji. */
const NAMES = {
  "👏": "applause",
  "❤️": "love",
  "😂": "laughter",
  "😮": "surprise",
  "🙏": "thanks",
  "🔥": "fire",
} as const satisfies Record<Reaction, string>;

/** Opens the six reactions; the picker stays open, so that one can clap. */
export function ReactionButton() {
  const scene = useRoomScene();
  const attempt = useAttempt();
  const t = useTranslations("reactions");
  const react = (reaction: Reaction): Promise<boolean> => attempt(roomReactions.react(scene.view.room.id, reaction));
  if (!scene.may("react")) return null;
  return (
    <>
      <button
        type="button"
        popoverTarget={PICKER}
        aria-label={t("react")}
        className={`${buttonClass("quiet", "dockIcon")} max-xs:w-11`}
      >
        <SmilePlus className="size-5" aria-hidden="true" />
      </button>
      <div
        id={PICKER}
        popover="auto"
        className="inset-auto bottom-[calc(var(--bar,0px)+0.5rem)] m-0 max-w-[calc(100vw-1.5rem)] rounded-full border border-line bg-raised p-1.5 text-ink shadow-float open:animate-rise max-sm:end-3 sm:start-1/2"
      >
        <fieldset aria-label={t("react")} className="flex">
          {REACTIONS.map((reaction) => (
            <button
              key={reaction}
              type="button"
              aria-label={t(`names.${NAMES[reaction]}`)}
              onClick={() => void react(reaction)}
              className="grid size-11 place-items-center rounded-full text-2xl hover:bg-line/60"
            >
              <span aria-hidden="true">{reaction}</span>
            </button>
          ))}
        </fieldset>
        <PopoverLayer id={PICKER} />
      </div>
    </>
  );
}
