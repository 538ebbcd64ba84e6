"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Choices } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { TopicsField } from "@/components/ui/topics-field";
import type { ApiAnswer } from "@/lib/client/call";
import { ROOM_KINDS, type RoomKind, type RoomLimits } from "@/lib/domain/rooms/room";
import type { RoomClub } from "@/lib/wire/clubs/views";
import type { RoomFields } from "@/lib/wire/rooms/inputs";
import { ClubField } from "./club-field";
import { languageOptions } from "./language-options";
import { OverflowFields } from "./overflow-fields";
import { useRoomForm } from "./use-room-form";

type RoomFormProps<Value> = {
  /** `reserve` null: what is usual for the number of seats. */
  initial: Required<Omit<RoomFields, "reserve" | "clubId">> & { reserve: number | null };
  club: ClubOfRoom;
  limits: RoomLimits;
  submitText: string;
  send: (fields: RoomFields) => Promise<ApiAnswer<Value>>;
  onDone: (value: Value) => void;
};

/** `choice`: the clubs that a new room can be opened in; null for a room that is opened already, whose club stays. */
type ClubOfRoom = { chosen: string | null; choice: readonly RoomClub[] | null };

/** Where there is no club, no room is for its members. */
const kindsWith = ({ chosen, choice }: ClubOfRoom): readonly RoomKind[] =>
  ROOM_KINDS.filter((kind) => kind !== "members" || (choice ? choice.length > 0 : chosen !== null));

/** Everything that a host says about a room, for a new one and for changing it. */
export function RoomForm<Value>({ initial, club, limits, submitText, send, onDone }: RoomFormProps<Value>) {
  const t = useTranslations("newRoom");
  const locale = useLocale();
  const { submit, busy, errorOf, formError } = useRoomForm(send, onDone, limits);
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6">
      <Field id="title" label={t("title.label")} hint={t("title.hint")} error={errorOf("title")}>
        <Input id="title" name="title" defaultValue={initial.title} invalid={!!errorOf("title")} autoComplete="off" />
      </Field>
      <Field
        id="description"
        label={t("description.label")}
        hint={t("description.hint")}
        error={errorOf("description")}
      >
        <Textarea
          id="description"
          name="description"
          defaultValue={initial.description}
          invalid={!!errorOf("description")}
        />
      </Field>
      <div className="grid gap-6 sm:grid-cols-2">
        <Field id="language" label={t("language.label")} error={errorOf("language")}>
          <Select
            id="language"
            name="language"
            defaultValue={initial.language}
            options={languageOptions(locale, [initial.language])}
          />
        </Field>
        <TopicsField
          label={t("topics.label")}
          hint={t("topics.hint")}
          error={errorOf("topics")}
          chosen={initial.topics}
        />
      </div>
      <ClubField
        id="clubId"
        label={t("club.label")}
        hint={t("club.hint")}
        none={t("club.none")}
        {...club}
        error={errorOf("clubId")}
      />
      <Choices
        name="kind"
        label={t("kind.label")}
        chosen={initial.kind}
        options={kindsWith(club).map((kind) => ({ value: kind, text: t(`kind.${kind}`), hint: t(`kind.${kind}Hint`) }))}
      />
      <Checkbox name="guestsAllowed" checked={initial.guestsAllowed}>
        {t("guests")}
      </Checkbox>
      <Field
        id="capacity"
        label={t("capacity.label")}
        hint={t("capacity.hint", { limit: limits.capacity })}
        error={errorOf("capacity")}
      >
        <Input
          id="capacity"
          name="capacity"
          type="number"
          inputMode="numeric"
          min={2}
          max={limits.capacity}
          defaultValue={initial.capacity}
          invalid={!!errorOf("capacity")}
          className="max-w-40"
        />
      </Field>
      {limits.overflowRooms > 0 && (
        <OverflowFields
          initial={{ rooms: initial.overflowRooms, reserve: initial.reserve }}
          limit={limits.overflowRooms}
          errorOf={errorOf}
        />
      )}
      <p role="alert" className="rounded-md bg-stop-wash px-4 py-3 text-stop empty:hidden">
        {formError}
      </p>
      <Button type="submit" look="act" busy={busy} className="self-start max-sm:w-full">
        {submitText}
      </Button>
    </form>
  );
}
