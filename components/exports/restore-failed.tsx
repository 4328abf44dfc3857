import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RestoreFailure } from "@/lib/restore/schema";

/** Why everything wasn't brought back. */
export function RestoreFailed({ failure }: { failure: RestoreFailure }) {
  const t = useTranslations("exports.restore");
  const { restore, table = "", column = "", reference = "–", ...numbers } = failure;
  return (
    <p role="alert" className="flex gap-2 rounded-control bg-blocked-bg px-3 py-2 font-medium text-blocked">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 flex-none" />
      <span>
        {t(`problems.${restore}`, { table, column, reference, ...numbers })} {t("nothingWritten")}
      </span>
    </p>
  );
}
