import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button, buttonClass } from "@/components/ui/button";
import { Banner } from "./banner";
import { useSignInPath } from "./door/use-sign-in-path";
import type { Acts } from "./use-acts";
import { type Notice, useNotice } from "./use-notice";

type SessionBannerProps = {
  roomId: string;
  acts: Acts;
  /** Inside the room, where it lies over the line that is kept for news. */
  brief?: boolean;
};

/** Where the session stands, said plainly, with what to do about it. Nothing while all is well. */
export function SessionBanner({ roomId, acts, brief = false }: SessionBannerProps) {
  const notice = useNotice(roomId);
  return (
    <div aria-live="polite" data-testid="session-notice" data-notice={notice?.kind ?? ""}>
      {notice && (
        <NoticeBanner
          key={notice.kind}
          notice={notice}
          roomId={roomId}
          acts={acts}
          brief={brief && !TO_BE_READ.has(notice.kind)}
        />
      )}
    </div>
  );
}

/** Their text says what is to be done. */
const TO_BE_READ: ReadonlySet<Notice["kind"]> = new Set([
  "microphoneRefused",
  "microphoneMissing",
  "microphoneInsecure",
]);

type NoticeBannerProps = Required<SessionBannerProps> & { notice: Notice };

function NoticeBanner({ notice, roomId, acts, brief }: NoticeBannerProps) {
  const t = useTranslations("room.notices");
  const sayRefusal = useRefusalText();
  const signInPath = useSignInPath(roomId);
  const title = t(`${notice.kind}.title`);
  const text = notice.trouble ? sayRefusal({ ok: false, ...notice.trouble }) : t(`${notice.kind}.text`);
  return (
    <Banner look={notice.look} title={title} text={text} brief={brief}>
      {notice.act === "listen" && (
        <Button look="act" onClick={acts.listen}>
          {t("listenAgain")}
        </Button>
      )}
      {notice.act === "otherHall" && (
        <Button look="act" onClick={acts.listen}>
          {t("otherHall")}
        </Button>
      )}
      {notice.act === "sound" && (
        <Button look="act" onClick={acts.unlockSound}>
          {t("turnSoundOn")}
        </Button>
      )}
      {notice.act === "hear" && (
        <Button look="act" onClick={() => acts.muteRoom(false)}>
          {t("hearAgain")}
        </Button>
      )}
      {notice.act === "microphone" && <Button onClick={acts.switchMicrophone}>{t("tryMicrophone")}</Button>}
      {notice.act === "speak" && (
        <Button look="act" onClick={acts.switchMicrophone}>
          {t("speakAgain")}
        </Button>
      )}
      {notice.act === "understood" && <Button onClick={acts.understood}>{t("understood")}</Button>}
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
