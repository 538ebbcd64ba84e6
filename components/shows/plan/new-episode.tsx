"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { showsApi } from "@/lib/client/shows/shows-api";
import type { RoomClub } from "@/lib/wire/clubs/views";
import { EpisodeForm } from "./episode-form";
import type { PlanWords } from "./words-fields";

type NewEpisodeProps = {
  initial: PlanWords & { at: string; zone: string };
  zones: readonly string[];
  clubs: readonly RoomClub[];
  club: string | null;
  /** The show that it is an extra episode of. */
  show: { id: string; slug: string } | null;
};

/** Plans one episode, and goes to its page; of a show to the show's plan. */
export function NewEpisode({ initial, zones, clubs, club, show }: NewEpisodeProps) {
  const t = useTranslations("shows");
  const router = useRouter();
  return (
    <EpisodeForm
      initial={initial}
      zones={zones}
      club={{ chosen: club, choice: clubs }}
      recurs={false}
      isNew
      submitText={t("create1")}
      send={({ scope: _none, ...fields }) => showsApi.planEpisode({ ...fields, showId: show?.id ?? null })}
      // In place of the form: Back leads to where they came from.
      onDone={({ episode }) => router.replace(show ? `/shows/${show.slug}/plan` : `/rooms/${episode.id}`)}
    />
  );
}
