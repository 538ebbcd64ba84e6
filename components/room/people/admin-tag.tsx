import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";

/** On whoever runs the instance, and so enters any room: never unseen. */
export function AdminTag() {
  const t = useTranslations("room");
  return (
    <span data-testid="admin-tag" className="block">
      <Tag>{t("admin")}</Tag>
    </span>
  );
}
