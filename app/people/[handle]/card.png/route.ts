import { getTranslations } from "next-intl/server";
import { portraitShapes } from "@/components/ui/portraits/portrait-shapes";
import type { PersonWords } from "@/lib/server/preview-card/draw-person";
import type { PersonFacts } from "@/lib/server/preview-card/person-facts";
import { personPicture } from "@/lib/server/preview-card/person-picture";

type Context = { params: Promise<{ handle: string }> };

/** The picture that stands beside links to a member. The same for everybody who asks. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const picture = await personPicture((await params).handle, { portrait, words });
  const headers = { "Content-Type": "image/png", "Cache-Control": "public, max-age=60" };
  return new Response(new Uint8Array(picture), { headers });
}

const portrait = ({ handle, portraitSeed, isNew }: PersonFacts): string =>
  handle === null ? "" : portraitShapes(portraitSeed, isNew).map(markup).join("");

/** SVG's own names of attributes have hyphens where React's have capitals. */
const markup = ({ shape, ...drawn }: ReturnType<typeof portraitShapes>[number]): string =>
  `<${shape} ${Object.entries(drawn)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}="${value}"`)
    .join(" ")}/>`;

/** In English, whoever asks: what fetches a link speaks no language of its own, and keeps the picture for everybody. */
async function words({ handle, followers }: PersonFacts, host: string): Promise<PersonWords> {
  const t = await getTranslations({ locale: "en", namespace: "card" });
  if (handle === null) return { followers: "", address: t("tagline", { host }) };
  return { followers: followers > 0 ? t("followers", { count: followers }) : "", address: host };
}
