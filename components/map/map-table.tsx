import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { VerdictPill } from "@/components/contacts/verdict-pill";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { mapAddress } from "@/lib/map/address";
import { tiesOf } from "@/lib/map/graph";
import type { MapQuery, RelationshipMap, Shared } from "@/lib/map/schema";

const perPage = 50;
const mostNamed = 3;

/** The map in words: everybody on it, and every tie it draws of them. */
export function MapTable({ map, query }: { map: RelationshipMap; query: MapQuery }) {
  const t = useTranslations("map");
  const { number } = useFormatter();
  const { people } = map;
  const pages = Math.max(1, Math.ceil(people.length / perPage));
  const page = Math.min(query.page, pages);
  const first = (page - 1) * perPage;
  const ties = tiesOf(map);
  const nameOf = (place: number) => people[place]?.name ?? "";
  const link = (place: number) => (
    <Link key={place} href={`/contacts/${people[place]?.id}`} className="text-accent hover:underline">
      {nameOf(place)}
    </Link>
  );
  const listed = (places: number[]): ReactNode => places.map((place, index) => [index > 0 && ", ", link(place)]);
  const shared = (of: Shared[]) =>
    of.map(({ name, others }) => (
      <p key={name}>
        {name}
        <span className="text-dim">
          {": "}
          {others.slice(0, mostNamed).map(nameOf).join(", ")}
          {others.length > mostNamed && ` ${t("more", { count: others.length - mostNamed })}`}
        </span>
      </p>
    ));
  const head = "px-3 py-1.5 text-left font-normal";
  const cell = "max-w-[26ch] px-3 py-1.5 align-top";
  return (
    <Panel aria-labelledby="map-table" className="mt-[18px]">
      <PanelHeader
        id="map-table"
        title={t("table")}
        note={t("tableNote", { from: first + 1, to: Math.min(first + perPage, people.length), people: people.length })}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must take the focus */}
      <section aria-label={t("table")} tabIndex={0} className="overflow-x-auto">
        <table className="w-full min-w-[860px] text-small">
          <caption className="sr-only">{t("table")}</caption>
          <thead>
            <tr className="text-faint">
              <th scope="col" className={head}>
                {t("person")}
              </th>
              <th scope="col" className={head}>
                {t("verdict")}
              </th>
              <th scope="col" className={head}>
                {t("introducedBy")}
              </th>
              <th scope="col" className={head}>
                {t("introduced")}
              </th>
              <th scope="col" className={head}>
                {t("broughtTogether")}
              </th>
              <th scope="col" className={head}>
                {t("companies")}
              </th>
              <th scope="col" className={head}>
                {t("tags")}
              </th>
            </tr>
          </thead>
          <tbody>
            {people.slice(first, first + perPage).map(({ id, verdict, strength }, index) => {
              const place = first + index;
              const {
                introducedBy = [],
                introduced = [],
                broughtTogether = [],
                companies = [],
                tags = [],
              } = ties[place] ?? {};
              return (
                <tr key={id} className="border-line border-t">
                  <th scope="row" className={`${cell} text-left font-medium`}>
                    {link(place)}
                  </th>
                  <td className={`${cell} whitespace-nowrap`}>
                    <VerdictPill verdict={verdict} /> <span className="text-dim">{number(strength)}</span>
                  </td>
                  <td className={cell}>{listed(introducedBy)}</td>
                  <td className={cell}>{listed(introduced)}</td>
                  <td className={cell}>{listed(broughtTogether)}</td>
                  <td className={cell}>{shared(companies)}</td>
                  <td className={cell}>{shared(tags)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {pages > 1 && (
        <nav aria-label={t("pages")} className="flex justify-between gap-3 border-line border-t p-3">
          {page > 1 ? (
            <ButtonLink href={mapAddress(query, { page: page - 1 })} size="small" rel="prev" scroll={false}>
              {t("previous")}
            </ButtonLink>
          ) : (
            <span />
          )}
          {page < pages && (
            <ButtonLink href={mapAddress(query, { page: page + 1 })} size="small" rel="next" scroll={false}>
              {t("next")}
            </ButtonLink>
          )}
        </nav>
      )}
    </Panel>
  );
}
