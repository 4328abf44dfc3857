import { useTranslations } from "next-intl";
import { linkedInAddress } from "@/lib/contacts/linkedin-address";
import type { ContactDetail, ContactPoint } from "@/lib/contacts/schema";
import { RepeatedInput } from "./repeated-input";

const of = (points: ContactPoint[], kind: ContactPoint["kind"]) =>
  points.filter((point) => point.kind === kind).map((point) => point.value);

/** How somebody is reached, several of each. */
export function ReachFields({ contact }: { contact: Pick<ContactDetail, "slugs" | "points"> }) {
  const t = useTranslations("contacts.form");
  const { slugs, points } = contact;
  const repeated = (name: "linkedIn" | "emails" | "phones" | "links", values: string[]) => ({
    name: `${name}[]` as const,
    label: t(name),
    entryLabel: t(`one.${name}`),
    addLabel: t(`add.${name}`),
    values,
  });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <RepeatedInput
        {...repeated("linkedIn", slugs.map(linkedInAddress))}
        hint={slugs.length > 1 ? t("linkedInSeveral") : t("linkedInHint")}
        placeholder="linkedin.com/in/…"
        inputMode="url"
        autoComplete="off"
      />
      <RepeatedInput {...repeated("emails", of(points, "EMAIL"))} type="email" autoComplete="off" />
      <RepeatedInput {...repeated("phones", of(points, "PHONE"))} type="tel" autoComplete="off" />
      <RepeatedInput {...repeated("links", of(points, "URL"))} hint={t("linksHint")} inputMode="url" autoComplete="off" />
    </div>
  );
}
