"use client";

import Share2 from "lucide-react/icons/share-2";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import type { PersonProfile } from "@/lib/wire/people/views";

const ShareProfileDialog = lazy(() => import("./share-profile-dialog"));

type ShareProfileProps = { person: Pick<PersonProfile, "name" | "handle"> };

/** Opens what can be done with the link to somebody's page. */
export function ShareProfile({ person }: ShareProfileProps) {
  const t = useTranslations("sharing");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} className="order-last">
        <Share2 className="size-4" aria-hidden="true" />
        {t("share")}
      </Button>
      {open && (
        <Suspense>
          <ShareProfileDialog person={person} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
