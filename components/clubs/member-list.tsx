import Link from "next/link";
import { useTranslations } from "next-intl";
import { PersonRow } from "@/components/profile/person-row";
import { buttonClass } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { canInClub, type InClub } from "@/lib/domain/clubs/club-permissions";
import type { ClubMemberPage, ClubMemberView, ClubView } from "@/lib/wire/clubs/views";
import { MemberActs } from "./member-acts";

type MemberListProps = {
  club: ClubView;
  page: ClubMemberPage;
  /** Not the first page. */
  goesOn: boolean;
  me: InClub;
};

/** Who is in a club, its leaders first; each leads to their own page. */
export function MemberList({ club, page, goesOn, me }: MemberListProps) {
  const t = useTranslations("clubs");
  const address = `/clubs/${club.handle}`;
  return (
    <section id="members" aria-labelledby="members-title" className="mt-10 scroll-mt-6">
      <h2 id="members-title" className="mb-2 text-xl font-bold">
        {t("membersTitle")}
      </h2>
      <ul>
        {page.people.map((person) => (
          <PersonRow key={person.id} person={person}>
            {person.role !== "member" && <Tag>{t(`roles.${person.role}`)}</Tag>}
            <MemberActs club={club} person={person} may={mayDo(me, person)} isMe={me.personId === person.id} />
          </PersonRow>
        ))}
      </ul>
      <nav className="mt-6 flex flex-wrap gap-3 empty:hidden">
        {goesOn && (
          <Link href={address} className={buttonClass()}>
            {t("first")}
          </Link>
        )}
        {page.next && (
          <Link href={`${address}?after=${page.next}#members`} className={buttonClass("act")}>
            {t("moreMembers")}
          </Link>
        )}
      </nav>
    </section>
  );
}

/** What the viewer may do about somebody in the list. */
function mayDo(me: InClub, { id, role }: ClubMemberView) {
  const target = { personId: id, role };
  return {
    makeAdmin: role === "member" && canInClub(me, "makeAdmin", target),
    unmakeAdmin: role === "admin" && canInClub(me, "unmakeAdmin", target),
    passOn: canInClub(me, "passOnClub", target),
    remove: canInClub(me, "removeMember", target),
  };
}
