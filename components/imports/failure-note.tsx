import { CircleAlert } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { isFailureCode } from "@/lib/imports/reasons";
import type { ImportDetail, ImportFailure } from "@/lib/imports/schema";

/** Why an import can't be made, or why it or its undo stopped: what, where, and that nothing is half done. */
export async function FailureNote({ failure, state }: Pick<ImportDetail, "failure" | "state">) {
  if (!failure) return null;
  const t = await getTranslations("imports.failures");
  return (
    <div role="alert" className="mb-[18px] flex gap-3 rounded-panel bg-blocked-bg px-4 py-3 text-blocked">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 flex-none" />
      <div>
        <p className="font-bold">{state === "REFUSED" ? t("title") : t("titleFailed")}</p>
        <p>
          {state === "DONE" ? (
            t("undoUnexpected", { reference: failure.reference ?? "" })
          ) : (
            <FailureText failure={failure} />
          )}{" "}
          {state === "REFUSED" && t("rest")}
        </p>
      </div>
    </div>
  );
}

/** The sentence of a failure: what is wrong, in which line, past which limit. */
export async function FailureText({ failure }: { failure: ImportFailure }) {
  const t = await getTranslations("imports.failures");
  const code = isFailureCode(failure.code) ? failure.code : "unexpected";
  const { line = 0, limit = 0, reference = "" } = failure;
  return t(code, { line, limit, reference });
}
