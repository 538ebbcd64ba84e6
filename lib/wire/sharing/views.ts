import { z } from "zod";

/** Answer of `GET /api/oembed`: how a room is shown on another site. Source: oembed.com, 2.3.4. */
export const oembedAnswer = z.strictObject({
  version: z.literal("1.0"),
  type: z.literal("rich"),
  provider_name: z.string(),
  provider_url: z.string(),
  title: z.string(),
  /** Who leads the room; absent where nobody with a page of their own does. */
  author_name: z.string().optional(),
  author_url: z.string().optional(),
  /** Seconds. */
  cache_age: z.int(),
  html: z.string(),
  width: z.int(),
  height: z.int(),
  thumbnail_url: z.string().optional(),
  thumbnail_width: z.int().optional(),
  thumbnail_height: z.int().optional(),
});

export type OembedAnswer = z.infer<typeof oembedAnswer>;
