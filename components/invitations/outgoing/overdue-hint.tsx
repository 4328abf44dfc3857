import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Remark } from "@/components/ui/remark";

/** That some wait for too long, and where they are. */
export function OverdueHint({ count, days }: { count: number; days: number }) {
  const t = useTranslations("invitations.outgoing");
  if (count === 0) return null;
  return (
    <Remark className="mb-[18px]">
      {t("overdue", { count, days })}{" "}
      <Link href="/invitations?show=overdue" className="underline">
        {t("seeOverdue")}
      </Link>
    </Remark>
  );
}
