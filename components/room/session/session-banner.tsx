import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Banner } from "@/components/room/banner";
import { useDoorActs } from "@/components/room/door/use-door-acts";
import { useSignInPath } from "@/components/room/door/use-sign-in-path";
import { useStageActs } from "@/components/room/stage/use-stage-acts";
import { Button, buttonClass } from "@/components/ui/button";
import { browserKind } from "@/lib/client/browser/browser-kind";
import { roomActs } from "@/lib/client/room/room-acts";
import { roomSession } from "@/lib/client/room/room-session";
import { tellRoom } from "@/lib/client/room/tell-room";
import { type Notice, useNotice } from "./use-notice";
import { useSession } from "./use-session";

type SessionBannerProps = {
  /** For whom a place on the stage waits. */
  onStage?: () => void;
  /** Inside the room, where it lies over the line that is kept for news. */
  brief?: boolean;
};

/** Where the session stands, said plainly, with what to do about it. Nothing while all is well. */
export function SessionBanner({ onStage, brief = false }: SessionBannerProps) {
  const notice = useNotice();
  const { opened } = useSession();
  // The card of a room just opened says it instead.
  const isTold = opened && notice !== null && isAboutMicrophone(notice);
  return (
    <div aria-live="polite" data-testid="session-notice" data-notice={notice?.kind ?? ""}>
      {notice && !isTold && <NoticeBanner key={notice.kind} notice={notice} onStage={onStage} brief={brief} />}
    </div>
  );
}

const NO_MICROPHONE: ReadonlySet<Notice["kind"]> = new Set([
  "microphoneRefused",
  "microphoneMissing",
  "microphoneInsecure",
]);

/** Why one has no microphone, with the way to get it. */
export const isAboutMicrophone = ({ kind }: Notice): boolean => NO_MICROPHONE.has(kind);

type NoticeBannerProps = SessionBannerProps & { notice: Notice };

function NoticeBanner({ notice, onStage, brief }: NoticeBannerProps) {
  const { listen } = useDoorActs();
  const { switchMicrophone } = useStageActs();
  const t = useTranslations("room.notices");
  const sayRefusal = useRefusalText();
  const signInPath = useSignInPath();
  const title = t(`${notice.kind}.title`);
  const text = notice.trouble ? sayRefusal({ ok: false, ...notice.trouble }) : t(textOf(notice.kind));
  return (
    <Banner look={notice.look} title={title} text={text} brief={brief}>
      {notice.act === "listen" && (
        <Button look="act" onClick={onStage ?? listen}>
          {t(onStage ? "stageAgain" : "listenAgain")}
        </Button>
      )}
      {notice.act === "otherHall" && (
        <Button look="act" onClick={listen}>
          {t("otherHall")}
        </Button>
      )}
      {notice.act === "sound" && (
        <Button look="act" onClick={() => roomSession().unlockSound()}>
          {t("turnSoundOn")}
        </Button>
      )}
      {notice.act === "hear" && (
        <Button look="act" onClick={() => roomActs.muteRoom(false)}>
          {t("hearAgain")}
        </Button>
      )}
      {notice.act === "microphone" && <Button onClick={switchMicrophone}>{t("tryMicrophone")}</Button>}
      {notice.act === "speak" && (
        <Button look="act" onClick={switchMicrophone}>
          {t("speakAgain")}
        </Button>
      )}
      {notice.act === "understood" && <Button onClick={() => tellRoom({ type: "noticed" })}>{t("understood")}</Button>}
      {notice.act === "signIn" && (
        <Link href={signInPath} className={buttonClass("act")}>
          {t("signIn")}
        </Link>
      )}
      {notice.over && (
        <Link href="/" className={buttonClass("plain")}>
          {t("toHallway")}
        </Link>
      )}
    </Banner>
  );
}

/** How a microphone is allowed differs from browser to browser. */
export function textOf(kind: Notice["kind"]) {
  const browser = browserKind(navigator.userAgent, navigator.maxTouchPoints);
  return kind === "microphoneRefused" && browser !== "other"
    ? (`${kind}.how.${browser}` as const)
    : (`${kind}.text` as const);
}
