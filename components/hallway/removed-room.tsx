import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

/** Tells a person that they were put out of a room, and nothing of the room itself. */
export function RemovedRoom() {
  const t = useTranslations("room.notices.removed");
  const common = useTranslations("common");
  return (
    <div data-testid="session-notice" data-notice="removed" className="wrap-page max-w-2xl py-10">
      <Empty title={t("title")} text={t("text")} wholePage>
        <Link href="/" className={buttonClass("act")}>
          {common("toHallway")}
        </Link>
      </Empty>
    </div>
  );
}
