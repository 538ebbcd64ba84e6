import Share2 from "lucide-react/icons/share-2";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";

const ShareDialog = lazy(() => import("./share-dialog"));

/** Brings others here: opens what can be done with the room's link. */
export function ShareButton({ look = "plain" }: { look?: "plain" | "act" }) {
  const t = useTranslations("sharing");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look={look} size={look === "act" ? undefined : "small"} onClick={() => setOpen(true)}>
        <Share2 className="size-4" aria-hidden="true" />
        {t("share")}
      </Button>
      {open && (
        <Suspense>
          <ShareDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
