"use client";

import Ellipsis from "lucide-react/icons/ellipsis";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/layers/dialog";
import { useSaid } from "@/components/ui/name";
import { clubsApi } from "@/lib/client/clubs/clubs-api";
import type { ClubMemberView, ClubView } from "@/lib/wire/clubs/views";
import { useClubAct } from "./use-club-act";

type MemberActsProps = {
  club: Pick<ClubView, "id">;
  person: ClubMemberView;
  may: { makeAdmin: boolean; unmakeAdmin: boolean; passOn: boolean; remove: boolean };
  isMe: boolean;
};

/** What one may do about a member of the club: each with a line that says what it means. Nothing where one may do nothing. */
export function MemberActs({ club, person, may, isMe }: MemberActsProps) {
  const t = useTranslations("clubs");
  const common = useTranslations("common");
  const said = useSaid();
  const { open, show, close, busy, act } = useClubAct();
  if (!Object.values(may).some(Boolean)) return null;
  const name = said(person);
  const title = isMe ? name : t("acts", { name });
  return (
    <>
      <Button look="quiet" size="icon" onClick={show} aria-label={title} title={title}>
        <Ellipsis className="size-5" aria-hidden="true" />
      </Button>
      <Dialog open={open} onClose={close} title={title} closeLabel={common("close")}>
        <div className="flex flex-col gap-5">
          {may.makeAdmin && (
            <Button busy={busy} onClick={() => act(clubsApi.changeMemberRole(club.id, person.id, "admin"))}>
              {t("makeAdmin")}
            </Button>
          )}
          {may.unmakeAdmin && (
            <Button busy={busy} onClick={() => act(clubsApi.changeMemberRole(club.id, person.id, "member"))}>
              {t(isMe ? "stepDown" : "unmakeAdmin")}
            </Button>
          )}
          {may.passOn && (
            <div className="flex flex-col gap-2">
              <p className="text-sm text-soft">{t("passOnText", { name })}</p>
              <Button busy={busy} onClick={() => act(clubsApi.passOnClub(club.id, person.id))}>
                {t("passOn")}
              </Button>
            </div>
          )}
          {may.remove && (
            <div className="flex flex-col gap-2">
              <p className="text-sm text-soft">{t("removeText")}</p>
              <Button look="end" busy={busy} onClick={() => act(clubsApi.removeMember(club.id, person.id))}>
                {t("remove")}
              </Button>
            </div>
          )}
        </div>
      </Dialog>
    </>
  );
}
