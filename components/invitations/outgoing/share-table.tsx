import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";

export type Line = { name: string; sent: number; accepted: number };

/** Of fewer than this a share says nothing. */
const few = 5;

/** A table in words with a bar for each line, drawn on the server. */
export function ShareTable({ caption, heading, lines }: { caption: string; heading: string; lines: Line[] }) {
  const t = useTranslations("invitations.works");
  const reader = useReader();
  const percent = new Intl.NumberFormat(reader.locale, { style: "percent" });
  return (
    <table className="w-full max-w-3xl table-fixed text-left tabular-nums">
      <caption className="mb-1.5 text-left font-medium">{caption}</caption>
      {/* The widths: the head that would say them is only heard. */}
      <colgroup>
        <col className="w-[38%]" />
        <col className="w-20" />
        <col />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">{t("accepted")}</th>
          <th scope="col">{t("share")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, sent, accepted }) => (
          <tr key={name} className="align-middle">
            <th scope="row" className="break-words py-1 pr-3 font-normal text-dim">
              {name}
            </th>
            <td className="py-1 pr-3">{t("count", { accepted, sent })}</td>
            <td className="py-1">
              <span className="flex items-center gap-2">
                <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 min-w-0 flex-1">
                  <rect width="100" height="8" rx="1" className="fill-soft" />
                  <rect
                    width={(accepted / sent) * 100}
                    height="8"
                    className={sent < few ? "fill-ink/30" : "fill-ink/75"}
                  />
                </svg>
                <span className="w-14 flex-none text-dim text-small sm:w-28">
                  {sent < few ? t("few") : percent.format(accepted / sent)}
                </span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
