import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tab-links";
import { type InvitationView, invitationViews } from "@/lib/invitations/schema";

/** The lists, those that wait for something with how many do, and what is learned from them. */
export function Tabs({
  current,
  counts,
}: {
  current: InvitationView;
  counts: { toAnswer: number; asked: number; waiting: number; overdue: number };
}) {
  const t = useTranslations("invitations.lists");
  return (
    <TabLinks
      label={t("label")}
      current={current}
      tabs={invitationViews.map((view) => ({
        name: view,
        text: t(view),
        href: view === "toAnswer" ? "/invitations" : `/invitations?show=${view}`,
        ...(view !== "ended" && view !== "works" && { count: counts[view] }),
      }))}
    />
  );
}
