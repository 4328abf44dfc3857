import { Download, PackageOpen } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { buttonStyle } from "@/components/ui/button-style";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { DownloadName } from "@/lib/exports/schema";

const files = [
  ["everything", "everything.json"],
  ["contactsCsv", "contacts.csv"],
  ["contactsVcf", "contacts.vcf"],
  ["interactionsCsv", "interactions.csv"],
  ["calendar", "calendar.ics"],
] as const satisfies [string, DownloadName][];

/** Everything the owner can take, and what each file holds. */
export async function TakePanel({ isEmpty }: { isEmpty: boolean }) {
  const t = await getTranslations("exports");
  return (
    <Panel aria-labelledby="exports-take">
      <PanelHeader id="exports-take" title={t("title")} />
      {isEmpty ? (
        <EmptyState icon={PackageOpen} title={t("nothingTitle")} text={t("nothingText")} />
      ) : (
        <>
          <p className="max-w-[70ch] px-4 pb-3 text-dim">{t("text")}</p>
          <ul>
            {files.map(([key, name]) => (
              <li key={key} className="flex items-center gap-3 border-line border-t px-4 py-3">
                <div className="min-w-0 flex-1">
                  <p className="font-medium">{t(`files.${key}.title`)}</p>
                  <p className="max-w-[60ch] text-dim text-small">{t(`files.${key}.text`)}</p>
                </div>
                {/* A plain link: nothing may be fetched before it is asked for. */}
                <a
                  href={`/api/exports/${name}`}
                  download
                  className={buttonStyle({ size: "small" }, "flex-none")}
                  aria-label={t("downloadOf", { what: t(`files.${key}.title`) })}
                >
                  <Download aria-hidden="true" className="size-4" />
                  <span className="max-sm:sr-only">{t("download")}</span>
                </a>
              </li>
            ))}
          </ul>
          <p className="border-line border-t px-4 py-3 text-dim text-small">
            {t("trash")}{" "}
            <Link href="/settings/account#leave" className="text-accent underline">
              {t("leave")}
            </Link>
          </p>
        </>
      )}
    </Panel>
  );
}
