import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { FamilyNotice } from "@/lib/client/room/held-room";

/** Long enough for a person who looks up late to read it. */
const SHOWN_MS = 45_000;

/** A notice of somebody who leads the family to every hall, for a while. Mount it anew for each notice. */
export function NoticeToAll({ notice }: { notice: FamilyNotice }) {
  const t = useTranslations("room.family");
  const said = useSaid();
  const room = useTranslations("room");
  const [shown, setShown] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setShown(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status">
      {shown && (
        <div
          data-testid="family-notice"
          className="mb-2 flex items-center gap-3.5 rounded-lg border border-light bg-glow px-4 py-2 text-ink shadow-float"
        >
          <Portrait person={notice.by} className="size-11" />
          <p className="written min-w-0 flex-1">
            <span className="block text-sm text-soft">{t("lineToAll", { name: said(notice.by) })}</span>
            <span dir="auto" className="written block">
              {notice.text}
            </span>
          </p>
          <Button look="quiet" size="icon" aria-label={room("close")} onClick={() => setShown(false)}>
            <X className="size-5" aria-hidden="true" />
          </Button>
        </div>
      )}
    </div>
  );
}
