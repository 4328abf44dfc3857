import { useTranslations } from "next-intl";
import { ContactPicker } from "@/components/contacts/contact-picker";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import type { Direction, Recommended } from "@/lib/recommendations/schema";
import { NotConnected } from "./not-connected";
import { RecommendationForm } from "./recommendation-form";

/** A new recommendation: for the contact named, or for one to be chosen. */
export function NewRecommendation({ contact, direction }: { contact: Recommended | null; direction: Direction }) {
  const t = useTranslations("recommendations.form");
  const who = contact ? (
    <p>
      <input type="hidden" name="contactId" value={contact.id} />
      <Link href={`/contacts/${contact.id}`} className="font-medium hover:underline">
        {contact.fullName}
      </Link>
    </p>
  ) : (
    <ContactPicker label={t("contact")} hint={t("contactHint")} />
  );
  return (
    <Panel aria-labelledby="new-recommendation" className="mb-6 p-4 sm:p-5">
      <h2 id="new-recommendation" className="mb-4 font-bold text-heading">
        {t("titleNew")}
      </h2>
      {contact && !contact.connected && <NotConnected name={contact.fullName} />}
      <RecommendationForm who={who} direction={direction} />
    </Panel>
  );
}
