"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { MicrophoneCheck } from "@/components/room/sound/microphone-check";
import { useCheck } from "@/components/room/sound/use-check";
import { Button, buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { LinkStanding } from "@/lib/domain/guests/guest";
import type { Opening } from "@/lib/domain/shows/backstage";
import { type Answering, useAnswer } from "./use-answer";
import { WayBehind } from "./way-behind";

type AnswerInvitationProps = {
  secret: string;
  standing: LinkStanding;
  state: "invited" | "accepted" | "declined" | "revoked";
  roomId: string;
  /** Of the backstage; null where it is open already, for want of an hour. */
  opening: Opening | null;
  isLive: boolean;
  /** By which the guest is known until they say another; null for a member, who has a name. */
  name: string | null;
};

/** A guest's answer; once it is yes, their microphone and the way behind the stage. */
export function AnswerInvitation({ standing, state, roomId, opening, isLive, ...mine }: AnswerInvitationProps) {
  const t = useTranslations("guests.invitation");
  const answering = useAnswer(mine.secret, mine.name);
  const comes = standing === "mine" && state === "accepted";
  return (
    <div data-testid="invitation" data-standing={standing} data-state={state} className="mt-6 flex flex-col gap-6">
      {(standing === "open" || (standing === "mine" && !comes)) && <Answer answering={answering} state={state} />}
      {comes && (
        <>
          <p role="status" className="font-semibold">
            {t("accepted")}
          </p>
          <WayBehind roomId={roomId} opening={opening} isLive={isLive} />
          <TryMicrophone />
          <p>
            <Button look="quiet" busy={answering.step === "decline"} onClick={answering.decline}>
              {t("declineAfter")}
            </Button>
          </p>
        </>
      )}
      {standing === "sign_in" && (
        <Said title={t("signIn.title")} text={t("signIn.text")}>
          <Link href={`/sign-in?next=${encodeURIComponent(`/guests/${mine.secret}`)}`} className={buttonClass("act")}>
            {t("signIn.act")}
          </Link>
        </Said>
      )}
      {standing === "for_another" && <Said title={t("forAnother.title")} text={t("forAnother.text")} />}
      {standing === "elsewhere" && (
        <Said title={t("elsewhere.title")} text={t("elsewhere.text")}>
          <Button look="act" busy={answering.step === "claim"} onClick={answering.claim}>
            {t("elsewhere.act")}
          </Button>
        </Said>
      )}
      {standing === "claimed" && <Said title={t("claimed.title")} text={t("claimed.text")} />}
    </div>
  );
}

/** Yes or no, and by which name others see a guest who has no account. */
function Answer({ answering, state }: { answering: Answering; state: string }) {
  const t = useTranslations("guests.invitation");
  const { name, setName, error, step } = answering;
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        answering.accept();
      }}
    >
      {state === "declined" && <p role="status">{t("declined")}</p>}
      {name !== null && (
        <Field id="guest-name" label={t("name")} hint={t("nameHint")} error={error}>
          <Input id="guest-name" value={name} autoComplete="name" onChange={(event) => setName(event.target.value)} />
        </Field>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="act" busy={step === "accept"}>
          {t(state === "declined" ? "acceptAfter" : "accept")}
        </Button>
        {state !== "declined" && (
          <Button busy={step === "decline"} onClick={answering.decline}>
            {t("decline")}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Before anybody else can hear it. */
function TryMicrophone() {
  const t = useTranslations("guests.invitation");
  const check = useCheck();
  return (
    <section aria-labelledby="microphone" className="max-w-md">
      <h2 id="microphone" className="mb-1 text-lg font-bold">
        {t("microphone")}
      </h2>
      <p className="mb-3 text-sm text-soft">{t("microphoneText")}</p>
      <MicrophoneCheck check={check} />
    </section>
  );
}

function Said({ title, text, children }: { title: string; text: string; children?: React.ReactNode }) {
  return (
    <section className="rounded-lg border border-line bg-card px-4 py-4">
      <h2 className="text-lg font-bold">{title}</h2>
      <p className="mt-1 max-w-prose text-soft">{text}</p>
      {children && <div className="mt-4">{children}</div>}
    </section>
  );
}
