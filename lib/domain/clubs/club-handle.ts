import { isReservedHandle } from "@/lib/domain/people/handle";

/** The handles that a page of ours stands under. */
const PAGES = new Set(["new"]);

/** Whether a club's handle would pass for the house itself, or stand where a page of it does. */
export const isReservedClubHandle = (handle: string): boolean => PAGES.has(handle) || isReservedHandle(handle);
