"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { buttonClass } from "@/components/ui/button";

/** The way to sign in and back to this page, by the same invitation where one came by one; nothing where one signs in already. */
export function SignInLink() {
  const path = usePathname();
  if (path.startsWith("/sign-in")) return null;
  return (
    <Suspense fallback={<LinkTo next={path} />}>
      <WithSearch path={path} />
    </Suspense>
  );
}

function WithSearch({ path }: { path: string }) {
  const search = useSearchParams().toString();
  return <LinkTo next={search === "" ? path : `${path}?${search}`} />;
}

function LinkTo({ next }: { next: string }) {
  const t = useTranslations("common");
  return (
    <Link href={next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`} className={buttonClass("act")}>
      {t("signIn")}
    </Link>
  );
}
