import { Check } from "lucide-react";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { showFirstStepsAction } from "@/lib/today/first-steps/actions";
import { isThere, onboardingSteps, type FirstSteps as Steps } from "@/lib/today/first-steps/schema";
import { FirstReady } from "./first-ready";

/** The way to the first person one can vouch for, with what is done already. The next step stands out. */
export function FirstSteps({ steps }: { steps: Steps }) {
  const t = useTranslations("today.start");
  const { done, isHidden } = steps;
  if (isHidden) return null;
  if (isThere(done)) return <FirstReady />;
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
                <StepLinks step={step} nearest={steps.nearest} />
              </div>
            )}
          </li>
        ))}
      </ol>
      <div className="border-line border-t px-4 py-2">
        <ActionButton
          action={showFirstStepsAction}
          fields={{ show: "no" }}
          done={t("hidden")}
          undo={{ action: showFirstStepsAction, fields: { show: "yes" } }}
          variant="ghost"
        >
          {t("hide")}
        </ActionButton>
      </div>
    </Panel>
  );
}

/** Straight to doing it; what is about one person, with the one who is nearest to ready. */
function StepLinks({ step, nearest }: { step: (typeof onboardingSteps)[number]; nearest: Steps["nearest"] }) {
  const t = useTranslations("today.start");
  const link = (href: Route, text: string) => (
    <ButtonLink href={href} size="small" variant="primary">
      {text}
    </ButtonLink>
  );
  if (step === "contacts")
    return (
      <>
        <ButtonLink href="/contacts/new" size="small">
          {t("contactsOther")}
        </ButtonLink>
        {link("/data", t("contactsLink"))}
      </>
    );
  if (step === "interaction") return link("/log", t("interactionLink"));
  if (!nearest) return link("/contacts", t("choose"));
  const page = `/contacts/${nearest.id}` as const;
  const form = { check: `${page}/checks/new`, assessment: `${page}/assessment`, ready: page } as const;
  return link(form[step], t(`${step}Link`, { name: nearest.fullName }));
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
