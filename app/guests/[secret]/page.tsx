import type { Metadata } from "next";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { AnswerInvitation } from "@/components/guests/answer-invitation";
import { InvitationHead } from "@/components/guests/invitation-head";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { standingOfLink } from "@/lib/domain/guests/guest";
import { openingOf } from "@/lib/domain/shows/backstage";
import { addressOfPage, callerOfPage } from "@/lib/server/callers/session";
import { findGuest } from "@/lib/server/guests/find-guest";
import { invitationPage } from "@/lib/server/queries/guests/invitation-page";

type Props = { params: Promise<{ secret: string }> };

/** The same for every link. Its address opens a stage: it is found by no engine, and goes to no other site. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("guests.invitation");
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "no-referrer" };
}

/** Where a guest's link leads, and what tells a member of their invitation: to what they are invited, the answer, their microphone, and the way behind the stage. */
export default async function GuestPage({ params }: Props) {
  const [{ secret }, caller] = await Promise.all([params, callerOfPage()]);
  const found = await findGuest({ secret, caller }, await addressOfPage());
  if (!found.ok) return <Nothing why="tooMany" />;
  const guest = found.value;
  const page = guest && (await invitationPage(guest.id));
  if (!guest || !page) return <Nothing why="unknown" />;
  const standing = standingOfLink(guest, caller);
  if (standing === "revoked" || standing === "replaced" || standing === "over") return <Nothing why={standing} />;
  const { common, guests, refusals, sound, room } = await getMessages();
  const { scheduledFor, state } = page;
  const opening = openingOf(scheduledFor, new Date());
  return (
    <div className="wrap-page max-w-2xl pb-28 pt-4 md:pt-8">
      <InvitationHead page={page} />
      <NextIntlClientProvider
        messages={{
          common,
          refusals,
          sound,
          guests: { invitation: guests.invitation },
          room: { notices: room.notices },
        }}
      >
        <AnswerInvitation
          {...{ secret, standing, state, opening }}
          roomId={guest.roomId}
          isLive={guest.room === "live"}
          name={caller?.kind === "member" ? null : guest.name}
        />
      </NextIntlClientProvider>
    </div>
  );
}

async function Nothing({ why }: { why: "revoked" | "replaced" | "over" | "unknown" | "tooMany" }) {
  const t = await getTranslations("guests.invitation");
  return (
    <div className="wrap-page max-w-2xl py-10">
      <Empty title={t(`${why}.title`)} text={t(`${why}.text`)} wholePage>
        <Link href="/" className={buttonClass("act")}>
          {t("home")}
        </Link>
      </Empty>
    </div>
  );
}
