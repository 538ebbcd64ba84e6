"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { ShowPicture } from "@/components/shows/show-picture";
import { Button, buttonClass } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { toast } from "@/components/ui/toast";
import type { Done } from "@/lib/client/call";
import { setShowPicture } from "@/lib/client/shows/set-show-picture";
import { showsApi } from "@/lib/client/shows/shows-api";
import type { ShowView } from "@/lib/wire/shows/views";

/** Named one by one, so that phones hand over a JPEG where they keep a HEIC. */
const KINDS = "image/jpeg,image/png,image/webp,image/gif,image/avif";

/** Chooses another picture for a show, or takes it away. */
export function ShowPictureForm({ show }: { show: Pick<ShowView, "id" | "title" | "picture"> }) {
  const t = useTranslations("shows");
  const router = useRouter();
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  const change = async (act: Promise<Done>): Promise<void> => {
    setBusy(true);
    const done = await attempt(act);
    setBusy(false);
    if (!done) return;
    toast(t("pictureDone"));
    router.refresh();
  };
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = target.files ?? [];
    if (file) void change(setShowPicture(show.id, file));
    // So that the same file can be chosen again.
    target.value = "";
  };
  return (
    <section aria-labelledby="picture" className="mt-10">
      <h2 id="picture" className="mb-2 text-xl font-bold">
        {t("picture")}
      </h2>
      <div className="flex flex-wrap items-center gap-4">
        <ShowPicture show={show} className="size-24" size="large" />
        <label
          className={`${buttonClass("plain")} cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-ink`}
        >
          {busy && <Spinner />}
          {t("pictureChoose")}
          <input type="file" accept={KINDS} disabled={busy} onChange={choose} className="sr-only" />
        </label>
        {show.picture && (
          <Button look="end" disabled={busy} onClick={() => change(showsApi.removeShowPicture(show.id))}>
            {t("pictureRemove")}
          </Button>
        )}
      </div>
      <p className="mt-2 text-sm text-soft">{t("pictureHint")}</p>
    </section>
  );
}
