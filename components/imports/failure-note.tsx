import { CircleAlert } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { isFailureCode } from "@/lib/imports/reasons";
import type { ImportDetail } from "@/lib/imports/schema";

/** Why a file can't be imported, or why its import or undo stopped: what, where, and that nothing is half done. */
export async function FailureNote({ failure, state }: Pick<ImportDetail, "failure" | "state">) {
  if (!failure) return null;
  const t = await getTranslations("imports.failures");
  const code = isFailureCode(failure.code) ? failure.code : "unexpected";
  const { line = 0, limit = 0, reference = "" } = failure;
  return (
    <div role="alert" className="mb-[18px] flex gap-3 rounded-panel bg-blocked-bg px-4 py-3 text-blocked">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 flex-none" />
      <div>
        <p className="font-bold">{state === "REFUSED" ? t("title") : t("titleFailed")}</p>
        <p>
          {state === "DONE" ? t("undoUnexpected", { reference }) : t(code, { line, limit, reference })}{" "}
          {state === "REFUSED" && t("rest")}
        </p>
      </div>
    </div>
  );
}
