import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";

/** Marks an admin of the instance, who may enter any room: never unseen. */
export function AdminTag() {
  const t = useTranslations("room");
  return (
    <span data-testid="admin-tag" className="block">
      <Tag>{t("admin")}</Tag>
    </span>
  );
}
