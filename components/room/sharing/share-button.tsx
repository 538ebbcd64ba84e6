import Share2 from "lucide-react/icons/share-2";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import type { RoomDetails } from "@/lib/wire/rooms/views";

const ShareDialog = lazy(() => import("./share-dialog"));

/** `mayInvite`: they may make links that let people into a closed room. */
type ShareButtonProps = { room: RoomDetails; mayInvite: boolean; look?: "plain" | "act" };

/** Brings others here: opens what can be done with the room's link. */
export function ShareButton({ room, mayInvite, look = "plain" }: ShareButtonProps) {
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
          <ShareDialog room={room} mayInvite={mayInvite} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
