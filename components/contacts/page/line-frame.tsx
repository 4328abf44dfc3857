import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import { DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";

const dots = {
  plain: "border-edge bg-panel",
  met: "border-ink bg-ink",
  supports: "border-ready bg-ready",
  concern: "border-blocked bg-blocked",
};

/** The day, the dot on the line, the title with its remarks, and what belongs under it. */
export function LineFrame({
  at,
  dot = "plain",
  href,
  title,
  remark = [],
  children,
}: {
  at: string;
  dot?: keyof typeof dots;
  href?: Route;
  title: ReactNode;
  remark?: (ReactNode | false | null)[];
  children?: ReactNode;
}) {
  const remarks = remark.filter(Boolean);
  return (
    <li className="grid grid-cols-[64px_9px_minmax(0,1fr)] gap-x-3 py-2 sm:grid-cols-[86px_9px_minmax(0,1fr)]">
      <span className="pt-px text-right text-faint text-small">
        <DayOf moment={at} />
      </span>
      <span aria-hidden="true" className={cn("mt-1.5 size-[9px] rounded-full border-2", dots[dot])} />
      <div className="min-w-0">
        <div>
          <span className="font-medium">
            {href ? (
              <Link href={href} className="hover:underline">
                {title}
              </Link>
            ) : (
              title
            )}
          </span>
          {remarks.length > 0 && (
            <span className="text-dim">
              {remarks.map((each, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the remarks of one line never change places
                <span key={index}>
                  {index === 0 ? " " : " · "}
                  {each}
                </span>
              ))}
            </span>
          )}
        </div>
        {children}
      </div>
    </li>
  );
}

/** Words somebody wrote, as they were written. */
export function Quote({ children }: { children: string | null }) {
  const t = useTranslations("common");
  return children ? <p className="whitespace-pre-line text-dim text-small">{t("quoted", { text: children })}</p> : null;
}
