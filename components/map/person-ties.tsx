"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { VerdictPill } from "@/components/contacts/verdict-pill";
import { ButtonLink } from "@/components/ui/button";
import { Meter } from "@/components/ui/meter";
import type { MapPerson, Ties } from "@/lib/map/schema";

const mostNamed = 8;

/** Who somebody is and what ties them to others on the map. */
export function PersonTies({
  person,
  ties,
  people,
  onChoose,
}: {
  person: MapPerson;
  ties: Ties | undefined;
  people: MapPerson[];
  onChoose: (place: number) => void;
}) {
  const t = useTranslations("map");
  const row = (key: string, term: ReactNode, places: number[]) =>
    places.length > 0 && (
      <div key={key}>
        <dt className="text-dim text-small">{term}</dt>
        <dd className="flex flex-wrap gap-x-2">
          {places.slice(0, mostNamed).map((place) => (
            <button
              key={place}
              type="button"
              onClick={() => onChoose(place)}
              className="text-left text-accent hover:underline pointer-coarse:py-1.5"
            >
              {people[place]?.name}
            </button>
          ))}
          {places.length > mostNamed && (
            <span className="text-dim">{t("more", { count: places.length - mostNamed })}</span>
          )}
        </dd>
      </div>
    );
  return (
    <div className="grid justify-items-start gap-3">
      <div>
        <h3 className="font-bold text-heading">{person.name}</h3>
        <p className="mt-1 flex flex-wrap items-center gap-3">
          <VerdictPill verdict={person.verdict} />
          <Meter value={person.strength} label={t("strengthOf", { name: person.name })} />
        </p>
      </div>
      {ties && (
        <dl className="grid gap-2">
          {row("by", t("introducedBy"), ties.introducedBy)}
          {row("whom", t("introduced"), ties.introduced)}
          {row("together", t("broughtTogether"), ties.broughtTogether)}
          {ties.companies.map(({ name, others }) => row(`company ${name}`, t("companyWith", { name }), others))}
          {ties.tags.map(({ name, others }) => row(`tag ${name}`, t("tagWith", { name }), others))}
        </dl>
      )}
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={`/contacts/${person.id}`} size="small">
          {t("open")}
        </ButtonLink>
        <ButtonLink href={`/map?around=${person.id}`} size="small" variant="ghost">
          {t("around")}
        </ButtonLink>
      </div>
    </div>
  );
}
