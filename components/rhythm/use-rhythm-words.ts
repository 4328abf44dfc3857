import { useTranslations } from "next-intl";
import type { Wish } from "@/lib/rhythm/wish";

/** "Every 6 weeks", "Every year", "No reminders"; by default what keeps somebody warm. */
export function useRhythmWords() {
  const t = useTranslations("rhythm");
  return (wish: Wish): string => {
    if (wish === "NEVER") return t("never");
    return wish === "DEFAULT" ? t("warm") : t("every", wish);
  };
}
