import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tab-links";
import { type InvitationList, invitationLists } from "@/lib/invitations/schema";

/** The lists; those that wait for something with how many do. */
export function Tabs({
  current,
  counts,
}: {
  current: InvitationList;
  counts: { toAnswer: number; asked: number; waiting: number };
}) {
  const t = useTranslations("invitations.lists");
  return (
    <TabLinks
      label={t("label")}
      current={current}
      tabs={invitationLists.map((list) => ({
        name: list,
        text: t(list),
        href: list === "toAnswer" ? "/invitations" : `/invitations?show=${list}`,
        ...(list !== "ended" && { count: counts[list] }),
      }))}
    />
  );
}
