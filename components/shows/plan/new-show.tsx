"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { showsApi } from "@/lib/client/shows/shows-api";
import type { RoomClub } from "@/lib/wire/clubs/views";
import { ShowForm } from "./show-form";

type NewShowProps = {
  language: string;
  zone: string;
  firstAt: string;
  zones: readonly string[];
  clubs: readonly RoomClub[];
};

/** Plans a show and goes to its plan. */
export function NewShow({ language, zone, firstAt, zones, clubs }: NewShowProps) {
  const t = useTranslations("shows");
  const router = useRouter();
  return (
    <ShowForm
      initial={{
        ...{ title: "", slug: null, description: "", topics: [], language, clubId: null, zone, rhythm: null },
        ...{ minutes: 60, kind: "open", guestsAllowed: true, opensItself: false },
      }}
      firstAt={firstAt}
      zones={zones}
      clubs={clubs}
      submitText={t("create")}
      send={showsApi.createShow}
      // In place of the form: Back leads to where they came from.
      onDone={({ show }) => router.replace(`/shows/${show.slug}/plan`)}
    />
  );
}
