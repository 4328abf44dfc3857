import type { Tag } from "./locales";
import type en from "./messages/en";

// Keys of the catalogue are checked where they are used; English is the measure of what must exist.
declare module "next-intl" {
  interface AppConfig {
    Locale: Tag;
    Messages: typeof en;
  }
}
