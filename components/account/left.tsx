import { useTranslations } from "next-intl";
import { ForgetDevice } from "@/components/offline/forget-device";
import { Remark } from "@/components/ui/remark";

/** Said to who has just deleted their account. */
export function Left() {
  const t = useTranslations("account.leave");
  return (
    <div role="status">
      <ForgetDevice />
      <Remark className="mb-5">{t("left")}</Remark>
    </div>
  );
}
