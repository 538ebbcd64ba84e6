/** Pixels of a side: of faces in lists, and of somebody on stage or on their own page. */
export const PORTRAIT_SIZES = { small: 96, large: 512 } as const;

export type PortraitSize = keyof typeof PORTRAIT_SIZES;

/** 128 bits; nobody finds a portrait by trying. */
export const PORTRAIT_KEY = /^[0-9a-f]{32}$/;

/** Where a portrait is fetched. Another picture has another key, so that what is there never changes. */
export const portraitAddress = (key: string, size: PortraitSize): string => `/api/portraits/${key}/${size}`;
