import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AskForm } from "@/components/ui/ask-form";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";

/** The question, and under it what it was answered. The question is part of the address. */
export function AskIntroduction({
  asked,
  problem,
  children,
}: {
  asked: string | null;
  problem: string | null;
  children: ReactNode;
}) {
  const t = useTranslations("introductions.ask");
  return (
    <Panel aria-labelledby="ask-introduction">
      <h2 id="ask-introduction" className="px-4 pt-4 font-bold text-heading">
        {t("title")}
      </h2>
      <AskForm
        action="/recommendations/introductions"
        asked={{ q: asked }}
        errors={problem ? { q: [problem] } : {}}
        className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 pt-3 pb-4"
      >
        <TextInput
          name="q"
          type="search"
          label={t("label")}
          hint={t("hint")}
          defaultValue={asked ?? ""}
          autoComplete="off"
          className="min-w-60 flex-1"
        />
        <SubmitButton className="mt-[1.7rem]">{t("submit")}</SubmitButton>
      </AskForm>
      <div role="status">{children}</div>
    </Panel>
  );
}
