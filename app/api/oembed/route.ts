import { type Context, paramsOf } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { oembed } from "@/lib/server/queries/sharing/oembed";
import { oembedAsked } from "@/lib/wire/sharing/inputs";
import { oembedAnswer } from "@/lib/wire/sharing/views";

const answer = query({
  summary: "How another site shows a room, by its address (oEmbed, JSON only)",
  who: "anyone",
  asked: oembedAsked,
  output: oembedAnswer,
  ask: ({ asked }) => oembed(asked),
});

const isOtherFormat = (format: string | null): boolean => format !== null && format !== "json";

/** 501 is what oEmbed wants for a format that is not spoken here. */
export const GET = Object.assign(
  async (request: Request, context: Context): Promise<Response> =>
    isOtherFormat(new URL(request.url).searchParams.get("format"))
      ? new Response(null, { status: 501, headers: { "Cache-Control": "no-store" } })
      : answer(request, { params: paramsOf(context) }),
  { spec: answer.spec },
);
