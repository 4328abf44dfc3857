import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import type { ImportDetail } from "@/lib/imports/schema";

/** The file's name, what it is, and when what was done with it. */
export async function ImportHeader({ batch }: { batch: ImportDetail }) {
  const t = await getTranslations("imports");
  const format = await getFormatter();
  const when = (moment: string) => format.dateTime(new Date(moment), { dateStyle: "medium", timeStyle: "short" });
  const facts = [
    batch.kinds.map((kind) => t(`kinds.${kind}`)).join(", "),
    batch.rowsTotal > 0 && t("detail.rowsIn", { rows: batch.rowsTotal }),
    t("detail.uploaded", { when: when(batch.createdAt) }),
    batch.state === "DONE" && batch.finishedAt && t("detail.finished", { when: when(batch.finishedAt) }),
    batch.undoneAt && t("detail.undone", { when: when(batch.undoneAt) }),
  ];
  return (
    <>
      <Link href="/data" className="mb-2 inline-flex items-center gap-1 text-dim hover:text-ink">
        <ChevronLeft aria-hidden="true" className="size-4" />
        {t("detail.back")}
      </Link>
      <PageHeader title={batch.fileName} subtitle={facts.filter(Boolean).join(" · ")} />
    </>
  );
}
