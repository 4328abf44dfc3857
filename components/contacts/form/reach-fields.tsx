import { useTranslations } from "next-intl";
import { linkedInAddress } from "@/lib/contacts/linkedin-address";
import type { ContactDetail, ContactPoint } from "@/lib/contacts/schema";
import { RepeatedInput } from "./repeated-input";

const of = (points: ContactPoint[], kind: ContactPoint["kind"]) =>
  points.filter((point) => point.kind === kind).map((point) => point.value);

const fields = ["linkedIn", "emails", "phones", "links"] as const;
type ReachField = (typeof fields)[number];

/** How somebody is reached, several of each. */
export function ReachFields({
  contact: { slugs, points },
  only = fields,
}: {
  contact: Pick<ContactDetail, "slugs" | "points">;
  only?: readonly ReachField[];
}) {
  const t = useTranslations("contacts.form");
  const kinds = {
    linkedIn: {
      values: slugs.map(linkedInAddress),
      hint: t(slugs.length > 1 ? "linkedInSeveral" : "linkedInHint"),
      placeholder: "linkedin.com/in/…",
      inputMode: "url",
    },
    emails: { values: of(points, "EMAIL"), type: "email" },
    phones: { values: of(points, "PHONE"), type: "tel" },
    links: { values: of(points, "URL"), hint: t("linksHint"), inputMode: "url" },
  } as const;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {only.map((name) => (
        <RepeatedInput
          key={name}
          {...kinds[name]}
          name={`${name}[]`}
          label={t(name)}
          entryLabel={t(`one.${name}`)}
          addLabel={t(`add.${name}`)}
          autoComplete="off"
        />
      ))}
    </div>
  );
}
