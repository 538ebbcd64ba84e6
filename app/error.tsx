"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

/** A page that could not be made, most often because the database is away for a moment. Sound in a room goes on meanwhile. */
export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const t = useTranslations("common");
  return (
    <div className="wrap-page max-w-2xl py-10">
      <Empty title={t("broken.title")} text={t("broken.text")} wholePage>
        <Button look="act" onClick={retry}>
          {t("tryAgain")}
        </Button>
      </Empty>
      {error.digest && (
        <p className="mt-4 text-center text-xs text-soft">{t("broken.reference", { reference: error.digest })}</p>
      )}
    </div>
  );
}
