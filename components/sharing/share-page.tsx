"use client";

import Share2 from "lucide-react/icons/share-2";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import type { SharedPage } from "./share-page-dialog";

const SharePageDialog = lazy(() => import("./share-page-dialog"));

/** Opens what can be done with the link to a page. */
export function SharePage(page: SharedPage) {
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
          <SharePageDialog page={page} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
