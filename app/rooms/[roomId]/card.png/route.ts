import { getFormatter, getTranslations } from "next-intl/server";
import { arcDots, stageLights } from "@/components/ui/seats/arc-geometry";
import type { CardFacts } from "@/lib/server/preview-card/card-facts";
import type { CardWords, HallDrawing } from "@/lib/server/preview-card/draw-card";
import { roomPicture } from "@/lib/server/preview-card/room-picture";

type Context = { params: Promise<{ roomId: string }> };

/** The picture that stands beside links to a room. The same for everybody who asks. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const picture = await roomPicture((await params).roomId, { hall, words });
  const headers = { "Content-Type": "image/png", "Cache-Control": "public, max-age=60" };
  return new Response(new Uint8Array(picture), { headers });
}

const ROWS = 6;

const hall = ({ listening, capacity, onStage }: CardFacts): HallDrawing => ({
  dots: arcDots(listening, capacity, ROWS),
  lights: stageLights(onStage),
});

/** In English, whoever asks: what fetches a link speaks no language of its own, and keeps the picture for everybody. */
async function words(facts: CardFacts, host: string): Promise<CardWords> {
  const locale = "en";
  const [t, format] = await Promise.all([getTranslations({ locale, namespace: "card" }), getFormatter({ locale })]);
  const { status, scheduledFor, names, more } = facts;
  const when = scheduledFor && format.dateTime(new Date(scheduledFor), { ...WHEN, timeZone: "UTC" });
  return {
    status: status === null ? "" : when && status === "scheduled" ? t("startsAt", { when }) : t(status),
    stage: names.length > 0 ? t("onStage", { names: names.map(isolated).join(", "), more }) : "",
    address: facts.title === null ? t("tagline", { host }) : host,
  };
}

const WHEN = { dateStyle: "long", timeStyle: "short", hourCycle: "h23" } as const;

/** A name that runs the other way does not turn those beside it. */
const isolated = (name: string): string => `\u2068${name}\u2069`;
