import { useTranslations } from "next-intl";
import { ClientMessages } from "@/components/shell/client-messages";
import { Remark } from "@/components/ui/remark";
import type { RestoreFailure, RestoreStatus } from "@/lib/restore/schema";
import { RestoreFailed } from "./restore-failed";
import { RestoreProgress } from "./restore-progress";

/** What there is to say of bringing everything back: why a file wasn't taken, how far it is, or how it ended. */
export function RestoreNews({ restore, notTaken }: { restore: RestoreStatus | null; notTaken: RestoreFailure | null }) {
  const t = useTranslations("exports.restore");
  if (notTaken) return <RestoreFailed failure={notTaken} />;
  if (!restore) return null;
  if (restore.state === "FAILED") return <RestoreFailed failure={restore.failure} />;
  if (restore.state === "DONE") return <Remark>{t("done", { contacts: restore.contacts })}</Remark>;
  return (
    <ClientMessages only={["exports"]}>
      <RestoreProgress percent={restore.percent} />
    </ClientMessages>
  );
}
