import { useTranslations } from "next-intl";
import { Remark } from "@/components/ui/remark";
import { asOwner, type OwnerId } from "@/lib/db";
import { isSample } from "@/lib/sample/data";

/** On the page of one of the sample people. */
export async function MadeUp({ owner, contactId }: { owner: OwnerId; contactId: string }) {
  return (await asOwner(owner, (db) => isSample(db, contactId))) && <Said />;
}

function Said() {
  const t = useTranslations("sample");
  return <Remark className="mb-[18px]">{t("madeUp")}</Remark>;
}
