import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import type { ContactDetail } from "@/lib/contacts/schema";

/** Who it is, in two lines; `children` is what stands at the far end: the verdict and the actions. */
export function ContactHeader({ contact, children }: { contact: ContactDetail; children?: ReactNode }) {
  const t = useTranslations("contacts.page");
  const work = [contact.position, contact.company].filter(Boolean).join(", ") || contact.headline;
  return (
    <div className="mb-[18px] flex flex-wrap items-center gap-x-4 gap-y-3">
      <Avatar name={contact.fullName} size="large" />
      <div className="min-w-0 flex-1 basis-64">
        <h1 className="font-bold text-title">{contact.fullName}</h1>
        <p className="text-dim">
          {[work, contact.location, contact.howWeMet].filter(Boolean).join(" · ") || t("nothingKnown")}
        </p>
      </div>
      {children}
    </div>
  );
}
