export const THEME_COOKIE = "plenum-theme";

const THEMES = ["system", "day", "night"] as const;
export type Theme = (typeof THEMES)[number];

/** What the reader chose; the system's own preference until then. */
export const chooseTheme = (chosen: string | undefined): Theme => THEMES.find((theme) => theme === chosen) ?? "system";
