import { getFormatter, getTranslations } from "next-intl/server";
import { arcDots } from "@/components/ui/seats/arc-geometry";
import type { CardWords } from "@/lib/server/preview-card/draw-card";
import type { ShowFacts } from "@/lib/server/preview-card/show-facts";
import { showPicture } from "@/lib/server/preview-card/show-picture";

type Context = { params: Promise<{ slug: string }> };

/** A hall that waits. */
const HALL = { dots: arcDots(0, 100, 6), lights: [] };

/** The picture that stands beside links to a show. The same for everybody who asks. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const picture = await showPicture((await params).slug, { hall: HALL, words });
  const headers = { "Content-Type": "image/png", "Cache-Control": "public, max-age=60" };
  return new Response(new Uint8Array(picture), { headers });
}

/** In English, whoever asks: what fetches a link speaks no language of its own, and keeps the picture for everybody. */
async function words({ title, about, next }: ShowFacts, host: string): Promise<CardWords> {
  const [t, format] = await Promise.all([
    getTranslations({ locale: "en", namespace: "card" }),
    getFormatter({ locale: "en" }),
  ]);
  const when =
    next &&
    format.dateTime(new Date(next), { dateStyle: "medium", timeStyle: "short", hourCycle: "h23", timeZone: "UTC" });
  return {
    status: when ? t("showNext", { when }) : title === null ? "" : t("show"),
    stage: about,
    address: title === null ? t("tagline", { host }) : host,
  };
}
