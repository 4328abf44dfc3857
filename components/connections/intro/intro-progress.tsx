import { useTranslations } from "next-intl";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { IntroProgress as Progress } from "@/lib/connections/intro-test/schema";

/** How many are tested, and how long the rest takes at this pace. */
export function IntroProgress({ tested, total, skipped, pace }: Progress) {
  const t = useTranslations("connections.intro");
  const left = total - tested;
  return (
    <div className="mb-5 grid gap-1.5">
      <ProgressBar
        label={t("progress")}
        share={total > 0 ? tested / total : 0}
        words={[
          t("progressWords", { tested, total, skipped }),
          ...(pace && left > 0 ? [t("pace", { minutes: Math.ceil((pace * left) / 60) })] : []),
        ].join(" · ")}
        said=""
      />
    </div>
  );
}
