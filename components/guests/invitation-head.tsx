import { useTranslations } from "next-intl";
import { EpisodeTime } from "@/components/shows/episode-time";
import { Name } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import { Tag } from "@/components/ui/tag";
import type { PersonFace } from "@/lib/wire/people/views";

type InvitationHeadProps = {
  page: {
    title: string;
    description: string;
    language: string;
    scheduledFor: string | null;
    minutes: number;
    showTitle: string | null;
    zone: string | null;
    by: PersonFace | null;
  };
};

/** Who invites to what, and when, for somebody who may never have heard of this place. */
export function InvitationHead({ page }: InvitationHeadProps) {
  const t = useTranslations("guests.invitation");
  const { title, description, language, scheduledFor, minutes, showTitle, zone, by } = page;
  return (
    <header className="flex flex-col gap-3">
      {by && (
        <p className="flex items-center gap-3 text-soft">
          <Portrait person={by} className="size-11 shrink-0" />
          <span>{t.rich("invitedBy", { name: () => <Name key="name" person={by} /> })}</span>
        </p>
      )}
      {showTitle && (
        <p>
          <Tag>{showTitle}</Tag>
        </p>
      )}
      <h1 lang={language} dir="auto" className="written side-of-parent text-3xl font-bold md:text-4xl">
        {title}
      </h1>
      {scheduledFor ? <EpisodeTime at={scheduledFor} minutes={minutes} zone={zone} /> : <p>{t("noHour")}</p>}
      {description && (
        <p lang={language} dir="auto" className="written side-of-parent max-w-prose whitespace-pre-line">
          {description}
        </p>
      )}
      <p className="max-w-prose text-soft">{t("what")}</p>
    </header>
  );
}
