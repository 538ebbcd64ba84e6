import type en from "./en.json";
import type { Locale as OurLocale } from "./locales";

declare module "next-intl" {
  /** Makes every key of a message a type: a text that is not in the files does not compile. */
  interface AppConfig {
    Locale: OurLocale;
    Messages: typeof en;
  }
}
