import { z } from "zod";

const pixels = z.coerce.number().int().min(1).max(10_000);

/** What may be asked of `GET /api/oembed`. Source: oembed.com, 2.2. */
export const oembedAsked = z.object({
  url: z.string().min(1).max(4_096),
  maxwidth: pixels.optional(),
  maxheight: pixels.optional(),
  format: z.string().optional(),
});

export type OembedAsked = z.infer<typeof oembedAsked>;
