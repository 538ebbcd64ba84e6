"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { clubsApi } from "@/lib/client/clubs/clubs-api";
import { ClubForm } from "./club-form";

/** Founds a club and goes to its page. */
export function NewClub({ language }: { language: string }) {
  const t = useTranslations("clubs");
  const router = useRouter();
  return (
    <ClubForm
      initial={{
        name: "",
        handle: null,
        description: "",
        rules: "",
        topics: [],
        languages: [language],
        admission: "open",
      }}
      submitText={t("found")}
      send={clubsApi.createClub}
      // In place of the form: Back leads to where they came from.
      onDone={({ club }) => router.replace(`/clubs/${club.handle}`)}
    />
  );
}
