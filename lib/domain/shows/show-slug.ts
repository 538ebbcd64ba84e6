import { isReservedHandle } from "@/lib/domain/people/handle";

/** Small letters and digits, with `-` and `_` between: a show's part of its address, which stays. */
export const SHOW_SLUG = /^[a-z0-9](?:[a-z0-9_-]{0,38}[a-z0-9])$/;

/** The addresses that a page of ours stands under. */
const PAGES = new Set(["new"]);

/** Whether a show's address would pass for the house itself, or stand where a page of it does. */
export const isReservedSlug = (slug: string): boolean =>
  PAGES.has(slug) || isReservedHandle(slug.replace(/[-_]/g, "")) || isReservedHandle(slug);
