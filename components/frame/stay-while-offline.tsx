"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { toast } from "@/components/ui/toast";

/**
 * Without a network a link leads only to the browser's own page of faults, and whoever sits in a room would lose it. So the page
 * stays and says why. Heard at the window, ahead of everything on the page.
 */
export function StayWhileOffline() {
  const t = useTranslations("common");
  useEffect(() => {
    const stay = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (navigator.onLine || !link?.href || link.target === "_blank" || link.hash !== "") return;
      event.preventDefault();
      event.stopPropagation();
      toast(t("stayOffline"));
    };
    window.addEventListener("click", stay, true);
    return () => window.removeEventListener("click", stay, true);
  }, [t]);
  return null;
}
