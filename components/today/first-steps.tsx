import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { type Onboarding, type OnboardingStep, onboardingSteps } from "@/lib/today/schema";

const links = {
  contacts: "/data",
  interaction: "/log",
  check: "/contacts",
  assessment: "/contacts",
  ready: "/ready",
} as const satisfies Record<OnboardingStep, string>;

/** The way to the first person one can vouch for, with what is done already. The next step stands out. */
export function FirstSteps({ done }: { done: Onboarding }) {
  const t = useTranslations("today.start");
  const next = onboardingSteps.find((step) => !done[step]);
  const count = onboardingSteps.length;
  return (
    <Panel aria-labelledby="first-steps" className="mb-[18px]">
      <PanelHeader id="first-steps" title={t("title")} note={t("text")}>
        {t("progress", { done: onboardingSteps.filter((step) => done[step]).length, count })}
      </PanelHeader>
      <ol>
        {onboardingSteps.map((step, place) => (
          <li key={step} className="flex flex-wrap items-center gap-3 border-line border-t px-4 py-2.5">
            <Mark done={done[step]} number={place + 1} />
            <div className={cn("min-w-0 flex-1 basis-52", done[step] && "text-dim")}>
              <p className="font-medium">
                {t(step)} {done[step] && <span className="sr-only">({t("done")})</span>}
              </p>
              {!done[step] && <p className="text-dim text-small">{t(`${step}Text`)}</p>}
            </div>
            {step === next && (
              <div className="flex flex-none flex-wrap gap-2 pl-9 sm:pl-0">
                {step === "contacts" && (
                  <ButtonLink href="/contacts/new" size="small">
                    {t("contactsOther")}
                  </ButtonLink>
                )}
                <ButtonLink href={links[step]} size="small" variant="primary">
                  {t(`${step}Link`)}
                </ButtonLink>
              </div>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Mark({ done, number }: { done: boolean; number: number }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "grid size-6 flex-none place-items-center rounded-full border text-tiny",
        done ? "border-ink bg-ink text-bg" : "border-edge text-dim",
      )}
    >
      {done ? <Check className="size-3.5" /> : number}
    </span>
  );
}
