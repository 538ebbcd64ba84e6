/** The pages of the settings, in their order. */
export const SETTINGS_PAGES = [
  "account",
  "appearance",
  "privacy",
  "notifications",
  "invites",
  "tokens",
  "data",
] as const;

export type SettingsPage = (typeof SETTINGS_PAGES)[number];
