import { useTranslations } from "next-intl";
import { DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import type { StrengthMoment } from "@/lib/strength/history/moments";

/** A day with contact every day of the two years shown, and then some. */
const most = 800;

/** The picture in words: when, what happened, and the strength after it; the latest first. */
export function MomentsTable({ moments }: { moments: StrengthMoment[] }) {
  const t = useTranslations("strength.picture");
  return (
    <details className="group">
      <summary className="w-fit font-medium text-dim text-small hover:text-ink pointer-coarse:py-2.5">
        {t("inWords", { count: moments.length })}
      </summary>
      <table className="mt-2 w-full max-w-[640px] text-small">
        <caption className="sr-only">{t("label")}</caption>
        <thead>
          <tr className="text-left text-faint">
            <th scope="col" className="py-1 pr-4 font-normal">
              {t("when")}
            </th>
            <th scope="col" className="py-1 pr-4 font-normal">
              {t("what")}
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              {t("strengthAfter")}
            </th>
          </tr>
        </thead>
        <tbody>
          {moments.slice(0, most).map((moment) => (
            <tr key={`${moment.what} ${moment.at}`} className="border-line border-t">
              <th scope="row" className="whitespace-nowrap py-1 pr-4 text-left font-normal">
                <DayOf moment={new Date(moment.at).toISOString()} />
              </th>
              <td className="py-1 pr-4">
                <What moment={moment} />
              </td>
              <td className="py-1 text-right">{Math.round(moment.strength)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {moments.length > most && <p className="mt-2 text-dim text-small">{t("latestOnly", { count: most })}</p>}
    </details>
  );
}

function What({ moment }: { moment: StrengthMoment }) {
  const t = useTranslations("strength.picture.moments");
  const words = useTranslations("interactions.kinds");
  if (moment.what !== "contact") return <span className="text-dim">{t(moment.what)}</span>;
  const happened = moment.kinds.map(({ kind, count }) => t("contact", { kind: words(kind), count })).join(", ");
  return moment.interactionId ? (
    <Link href={`/log/${moment.interactionId}`} className="hover:underline">
      {happened}
    </Link>
  ) : (
    happened
  );
}
