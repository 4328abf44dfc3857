import { useTranslations } from "next-intl";
import { ContactPicker } from "@/components/contacts/contact-picker";
import { Columns } from "@/components/ui/columns";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { newOperationKey } from "@/lib/operation-key";
import type { Exchanged, Recommended } from "@/lib/recommendations/schema";
import type { Together } from "@/lib/recommendations/together/schema";
import type { Direction } from "@/lib/recommendations/words";
import { NotConnected } from "./not-connected";
import { RecommendationForm } from "./recommendation-form";
import { TogetherPanel } from "./together-panel";

/** The contact named in the address, and what the record holds about the two. */
export type Named = { contact: Recommended; exchanged: Exchanged; together: Together };

/** A new recommendation: for the contact named, or for one to be chosen. */
export function NewRecommendation({ named, direction }: { named: Named | null; direction: Direction }) {
  const t = useTranslations("recommendations.form");
  const who = named ? (
    <p>
      <input type="hidden" name="contactId" value={named.contact.id} />
      <Link href={`/contacts/${named.contact.id}`} className="font-medium hover:underline">
        {named.contact.fullName}
      </Link>
    </p>
  ) : (
    <ContactPicker label={t("contact")} hint={t("contactHint")} />
  );
  const form = (
    <Panel aria-labelledby="new-recommendation" className="p-4 sm:p-5">
      <h2 id="new-recommendation" className="mb-4 font-bold text-heading">
        {t("titleNew")}
      </h2>
      {named && !named.contact.connected && <NotConnected name={named.contact.fullName} />}
      <RecommendationForm
        who={who}
        direction={direction}
        operationKey={newOperationKey()}
        {...(named && { beside: { name: named.contact.fullName, exchanged: named.exchanged } })}
      />
    </Panel>
  );
  return (
    <div className="mb-6">
      {named ? (
        <Columns aside={<TogetherPanel contact={named.contact} together={named.together} />}>{form}</Columns>
      ) : (
        form
      )}
    </div>
  );
}
