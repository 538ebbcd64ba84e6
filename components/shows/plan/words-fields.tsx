import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ClubField } from "@/components/room-form/club-field";
import { languageOptions } from "@/components/room-form/language-options";
import { Checkbox } from "@/components/ui/checkbox";
import { Choices } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { TopicsField } from "@/components/ui/topics-field";
import { ROOM_KINDS, type RoomKind } from "@/lib/domain/rooms/room";
import { EPISODE_MINUTES } from "@/lib/domain/shows/show";
import type { RoomClub } from "@/lib/wire/clubs/views";

/** What a show and an episode say of themselves alike. */
export type PlanWords = {
  title: string;
  description: string;
  topics: string[];
  language: string;
  minutes: number;
  kind: RoomKind;
  guestsAllowed: boolean;
  opensItself: boolean;
};

type ErrorOf = (field: string) => string | undefined;

/** What it is called and about. `children`: what stands behind the title. */
export function WordsFields({
  initial,
  errorOf,
  children,
}: {
  initial: PlanWords;
  errorOf: ErrorOf;
  children?: ReactNode;
}) {
  const t = useTranslations("shows.form");
  const locale = useLocale();
  return (
    <>
      <Field id="title" label={t("title")} hint={t("titleHint")} error={errorOf("title")}>
        <Input id="title" name="title" defaultValue={initial.title} invalid={!!errorOf("title")} autoComplete="off" />
      </Field>
      {children}
      <Field id="description" label={t("description")} hint={t("descriptionHint")} error={errorOf("description")}>
        <Textarea
          id="description"
          name="description"
          defaultValue={initial.description}
          invalid={!!errorOf("description")}
        />
      </Field>
      <div className="grid gap-6 sm:grid-cols-2">
        <Field id="language" label={t("language")} error={errorOf("language")}>
          <Select
            id="language"
            name="language"
            defaultValue={initial.language}
            options={languageOptions(locale, [initial.language])}
          />
        </Field>
        <TopicsField label={t("topics")} hint={t("topicsHint")} error={errorOf("topics")} chosen={initial.topics} />
      </div>
    </>
  );
}

type DoorFieldsProps = {
  initial: PlanWords;
  /** `choice` null: it stays the club that it is. */
  club: { chosen: string | null; choice: readonly RoomClub[] | null };
  errorOf: ErrorOf;
};

/** How long it is, in which club, who may come in, and how it begins. */
export function DoorFields({ initial, club, errorOf }: DoorFieldsProps) {
  const t = useTranslations("shows.form");
  const room = useTranslations("newRoom.kind");
  const mayBeForMembers = club.choice ? club.choice.length > 0 : club.chosen !== null;
  const kinds = ROOM_KINDS.filter((kind) => kind !== "members" || mayBeForMembers);
  return (
    <>
      <Field id="minutes" label={t("minutes")} error={errorOf("minutes")}>
        <Input
          id="minutes"
          name="minutes"
          type="number"
          inputMode="numeric"
          min={EPISODE_MINUTES.least}
          max={EPISODE_MINUTES.most}
          defaultValue={initial.minutes}
          invalid={!!errorOf("minutes")}
          className="max-w-40"
        />
      </Field>
      <ClubField
        id="club"
        label={t("club")}
        hint={t("clubHint")}
        none={t("noClub")}
        {...club}
        error={errorOf("club")}
      />
      <Choices
        name="kind"
        label={t("kind")}
        chosen={initial.kind}
        options={kinds.map((kind) => ({ value: kind, text: room(kind), hint: room(`${kind}Hint`) }))}
      />
      <div id="begins" className="scroll-mt-6">
        <Checkbox name="guestsAllowed" checked={initial.guestsAllowed}>
          {t("guests")}
        </Checkbox>
        <Checkbox name="opensItself" checked={initial.opensItself}>
          {t("opensItself")}
        </Checkbox>
      </div>
    </>
  );
}

/** What was refused of the whole form. */
export const FormRefusal = ({ children }: { children: string | undefined }) => (
  <p role="alert" className="rounded-md bg-stop-wash px-4 py-3 text-stop empty:hidden">
    {children}
  </p>
);
