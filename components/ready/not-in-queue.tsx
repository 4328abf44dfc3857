import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import type { Missed } from "@/lib/ready/schema";

/** Why the contact that was asked for is not on the card. */
export function NotInQueue({ contact }: { contact: Missed }) {
  const t = useTranslations("ready.notInQueue");
  const { id, fullName, verdict } = contact;
  const about = verdict === "CONNECTED" || verdict === "PENDING" ? verdict : "other";
  const to = {
    CONNECTED: { href: "/connections", text: t("connections") },
    PENDING: { href: "/invitations?show=waiting", text: t("invitations") },
    other: { href: `/contacts/${id}`, text: t("why") },
  } as const;
  return (
    <div className="mb-[18px] flex flex-wrap items-center justify-between gap-3 rounded-control bg-soft px-4 py-2.5">
      <p>{t(about, { name: fullName })}</p>
      <ButtonLink size="small" href={to[about].href}>
        {to[about].text}
      </ButtonLink>
    </div>
  );
}
