import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { FollowButton } from "@/components/profile/follow-button";
import { FollowersLink } from "@/components/profile/followers-link";
import { Tag } from "@/components/ui/tag";
import { roster } from "@/lib/client/roster/roster";
import type { PersonFace, PersonProfile } from "@/lib/wire/people/views";

type PersonWordsProps = { person: PersonFace; mayFollow: boolean };

/** What a member says of themselves, and following them; nothing for guests, who have no profile. */
export function PersonWords({ person, mayFollow }: PersonWordsProps) {
  const t = useTranslations("profile");
  const words = useTranslations("roster");
  const format = useFormatter();
  const names = new Intl.DisplayNames(useLocale(), { type: "language" });
  const profile = useProfile(person);
  if (person.isGuest) return null;
  if (profile === "failed") return <p className="text-soft">{words("profileFailed")}</p>;
  if (!profile) return <p className="min-h-11 text-soft">{words("profileLoading")}</p>;
  return (
    <div className="flex flex-col gap-3" data-testid="person-words">
      <div className="flex flex-wrap items-center gap-3">
        {mayFollow ? (
          <FollowButton personId={person.id} handle={profile.handle} initial={profile} />
        ) : (
          <FollowersLink handle={profile.handle} followers={profile.followers} />
        )}
        {profile.followsMe && <Tag>{t("followsYou")}</Tag>}
        {profile.isNew && <Tag>{t("isNew")}</Tag>}
      </div>
      {profile.bio && (
        <p dir="auto" className="written whitespace-pre-line">
          {profile.bio}
        </p>
      )}
      {profile.languages.length > 0 && (
        <p className="text-sm text-soft">
          {t("speaks")} {format.list(profile.languages.map((language) => names.of(language) ?? language))}
        </p>
      )}
    </div>
  );
}

function useProfile({ id, isGuest }: PersonFace): PersonProfile | "failed" | null {
  const [read, setRead] = useState<PersonProfile | "failed" | null>(null);
  useEffect(() => {
    if (isGuest) return;
    let stale = false;
    void roster.readProfile(id).then((answer) => {
      if (!stale) setRead(answer.ok ? answer.value : "failed");
    });
    return () => {
      stale = true;
    };
  }, [id, isGuest]);
  return read;
}
