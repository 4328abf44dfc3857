"use client";

import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { type CheckKind, checkKinds } from "@/lib/checks/words";

/** Written out, so that Tailwind sees the classes. */
const shownFor: Record<CheckKind, string> = {
  CREDENTIALS: "group-has-[[value=CREDENTIALS]:checked]/kind:block",
  BACKGROUND: "group-has-[[value=BACKGROUND]:checked]/kind:block",
  TESTIMONIAL: "group-has-[[value=TESTIMONIAL]:checked]/kind:block",
  EXPERTISE: "group-has-[[value=EXPERTISE]:checked]/kind:block",
};

/** What kind of claim, where one looks for such a thing (shown for the kind chosen, by CSS alone), and the claim. */
export function ClaimFields({ kind, claim }: { kind: CheckKind | undefined; claim: string | undefined }) {
  const t = useTranslations("checks");
  return (
    <>
      <div className="group/kind grid gap-3">
        <RadioGroup
          name="kind"
          label={t("kind")}
          options={checkKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          defaultValue={kind}
        />
        {checkKinds.map((value) => (
          <div key={value} className={`hidden rounded-control bg-soft px-3 py-2 ${shownFor[value]}`}>
            <p>{t(`guide.${value}`)}</p>
            <p className="mt-1 text-dim text-small">{t("example", { claim: t(`examples.${value}`) })}</p>
          </div>
        ))}
      </div>
      <TextInput name="claim" label={t("claim")} hint={t("claimHint")} defaultValue={claim} autoComplete="off" />
    </>
  );
}
