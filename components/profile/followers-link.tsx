import Link from "next/link";
import { useTranslations } from "next-intl";

/** How many follow somebody, and the way to who they are. */
export function FollowersLink({ handle, followers }: { handle: string | null; followers: number }) {
  const t = useTranslations("profile");
  return (
    <Link href={`/people/${handle}/followers`} prefetch={false} className="text-soft hover:underline">
      {t("followers", { count: followers })}
    </Link>
  );
}
