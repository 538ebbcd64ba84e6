"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { clubsApi } from "@/lib/client/clubs/clubs-api";
import { isolated } from "@/lib/domain/text/isolated";
import type { ClubView } from "@/lib/wire/clubs/views";
import { ConfirmAct } from "./confirm-act";
import { useClubAct } from "./use-club-act";

/** How the viewer comes into the club or out of it: one thing to do, and a line where it needs one. */
export function ClubDoor({ club, isMember }: { club: ClubView; isMember: boolean }) {
  const t = useTranslations("clubs");
  const { busy, act } = useClubAct();
  const { id, wayIn } = club;
  if (wayIn === "none") return <p className="text-soft">{t("onlyInvited")}</p>;
  if (!isMember) {
    return (
      <Link href={`/sign-in?next=/clubs/${club.handle}`} className={buttonClass("act")}>
        {t(wayIn === "join" ? "join" : "ask")}
      </Link>
    );
  }
  if (wayIn === "member") return club.role === "founder" ? null : <LeaveClub club={club} />;
  if (wayIn === "join" || wayIn === "ask") {
    return (
      <Button
        look="act"
        busy={busy}
        onClick={() => act(wayIn === "join" ? clubsApi.joinClub(id) : clubsApi.askToJoin(id))}
      >
        {t(wayIn)}
      </Button>
    );
  }
  const isInvited = wayIn === "accept";
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-lg bg-glow px-4 py-3">
      <p className="font-medium">{t(isInvited ? "invited" : "asked")}</p>
      {isInvited && (
        <Button look="act" busy={busy} onClick={() => act(clubsApi.joinClub(id))}>
          {t("accept")}
        </Button>
      )}
      <Button
        busy={busy}
        onClick={() => act(isInvited ? clubsApi.declineInvitation(id) : clubsApi.withdrawRequest(id))}
      >
        {t(isInvited ? "decline" : "withdraw")}
      </Button>
    </div>
  );
}

function LeaveClub({ club }: { club: ClubView }) {
  const t = useTranslations("clubs");
  const { open, show, close, busy, act } = useClubAct();
  return (
    <>
      <Button onClick={show}>{t("leave")}</Button>
      <ConfirmAct
        open={open}
        busy={busy}
        title={t("leaveTitle", { name: isolated(club.name) })}
        act={t("leave")}
        onAct={() => act(clubsApi.leaveClub(club.id))}
        onClose={close}
      >
        {t("leaveText")}
      </ConfirmAct>
    </>
  );
}
