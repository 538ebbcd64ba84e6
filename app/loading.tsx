import { getTranslations } from "next-intl/server";
import { Spinner } from "@/components/ui/spinner";

export default async function Loading() {
  const t = await getTranslations("common");
  return (
    <div className="wrap-page flex justify-center py-24">
      <Spinner text={t("loading")} />
    </div>
  );
}
