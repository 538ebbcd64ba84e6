import { getTranslations } from "next-intl/server";
import { arcDots } from "@/components/ui/seats/arc-geometry";
import type { ClubFacts } from "@/lib/server/preview-card/club-facts";
import { clubPicture } from "@/lib/server/preview-card/club-picture";
import type { CardWords, HallDrawing } from "@/lib/server/preview-card/draw-card";

type Context = { params: Promise<{ handle: string }> };

/** The picture that stands beside links to a club. The same for everybody who asks. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const picture = await clubPicture((await params).handle, { hall, words });
  const headers = { "Content-Type": "image/png", "Cache-Control": "public, max-age=60" };
  return new Response(new Uint8Array(picture), { headers });
}

const ROWS = 6;
/** A club has no places: a young one sits in a hall that it has yet to fill. */
const SMALLEST_HALL = 100;

const hall = ({ members }: ClubFacts): HallDrawing => ({
  dots: arcDots(members, Math.max(SMALLEST_HALL, members), ROWS),
  lights: [],
});

/** In English, whoever asks: what fetches a link speaks no language of its own, and keeps the picture for everybody. */
async function words({ title, about, members }: ClubFacts, host: string): Promise<CardWords> {
  const t = await getTranslations({ locale: "en", namespace: "card" });
  const isNothing = members === 0;
  return {
    status: isNothing ? "" : t("club", { count: members }),
    stage: about,
    address: title === null ? t("tagline", { host }) : host,
  };
}
