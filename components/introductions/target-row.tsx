import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import type { Introducer, Target } from "@/lib/introductions/schema";
import { firstName } from "@/lib/invitations/note";

/** Somebody to be introduced to, and who could do it, each with the reason. */
export function TargetRow({ target }: { target: Target }) {
  const t = useTranslations("introductions");
  const { id, fullName, position, company, place, value, strength, isDirect, introducers } = target;
  const role = [position, company].filter(Boolean).join(", ");
  const name = firstName(fullName) ?? fullName;
  const said = t(`place.${place}`, { value });
  return (
    <section aria-label={fullName} className="grid gap-2 border-line border-t px-4 py-3">
      <div className="flex items-center gap-3">
        <Avatar name={fullName} />
        <div className="min-w-0 flex-1">
          <Link href={`/contacts/${id}`} className="font-medium hover:underline">
            {fullName}
          </Link>
          <p className="text-dim text-small">
            {[role, ...(role.includes(value) ? [] : [said])].filter(Boolean).join(" · ")}
          </p>
        </div>
        <Meter value={strength} label={t("strengthOf", { name: fullName })} />
      </div>
      {isDirect && <p className="font-medium text-ready sm:pl-[42px]">{t("direct", { name })}</p>}
      {!isDirect && introducers.length > 0 && (
        <ul aria-label={t("ways", { name: fullName })} className="grid gap-1.5 sm:pl-[42px]">
          {introducers.map((introducer) => (
            <li key={introducer.id}>
              <Way target={target} introducer={introducer} />
            </li>
          ))}
        </ul>
      )}
      {!isDirect && introducers.length === 0 && <p className="text-dim sm:pl-[42px]">{t("noWay", { name })}</p>}
    </section>
  );
}

function Way({
  target,
  introducer: { id, fullName, strength, tie, value, at },
}: {
  target: Target;
  introducer: Introducer;
}) {
  const t = useTranslations("introductions");
  const name = firstName(target.fullName) ?? target.fullName;
  return (
    <div className="flex items-center gap-3 rounded-control bg-soft px-3 py-2">
      <div className="min-w-0 flex-1">
        <Link href={`/contacts/${id}`} className="font-medium hover:underline">
          {fullName}
        </Link>
        <p className="text-dim text-small">
          {t.rich(`tie.${tie}`, {
            target: name,
            value: value ?? "",
            day: () => at && <DayOf moment={at} />,
          })}
        </p>
      </div>
      <Meter value={strength} label={t("strengthOf", { name: fullName })} />
      <ButtonLink
        size="small"
        variant="ghost"
        href={`/recommendations/introductions?who=${id}&to=${target.id}&direction=RECEIVED`}
        aria-label={t("logWayOf", { name: fullName, target: target.fullName })}
      >
        {t("logWay")}
      </ButtonLink>
    </div>
  );
}
