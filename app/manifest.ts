import type { MetadataRoute } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { directionOf } from "@/lib/i18n/locales";

/** What a system shows of the installed app. Links that are shared to it are opened, where they are ours. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const [t, locale] = await Promise.all([getTranslations("common"), getLocale()]);
  const icon = (name: string, size: number, purpose: "any" | "maskable") => ({
    src: `/icons/${name}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  return {
    id: "/",
    lang: locale,
    dir: directionOf(locale),
    name: t("plenum"),
    short_name: t("plenum"),
    description: t("tagline"),
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#f6f2e9",
    theme_color: "#f6f2e9",
    categories: ["social", "entertainment"],
    share_target: {
      action: "/share",
      method: "GET",
      enctype: "application/x-www-form-urlencoded",
      params: { title: "title", text: "text", url: "url" },
    },
    icons: [
      icon("192", 192, "any"),
      icon("512", 512, "any"),
      icon("maskable-192", 192, "maskable"),
      icon("maskable-512", 512, "maskable"),
    ],
  };
}
