"use client";

import { Building2, FileText, MessageSquareText, Search, Tag, UserPlus } from "lucide-react";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { type ReactNode, startTransition } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Day, DayOf } from "@/components/ui/date";
import { Meter } from "@/components/ui/meter";
import { writeTerm } from "@/lib/contacts/list/filter/syntax";
import type { Found, FoundPerson, Start } from "@/lib/search/schema";
import { type CommandName, commands, firstCommands, matchingCommands } from "./commands";
import { ExcerptText } from "./excerpt-text";

/** One line of the palette. With a `person` it has actions of its own. */
export type Entry = {
  key: string;
  href?: Route;
  run?: () => void;
  person?: FoundPerson;
  icon: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  aside?: ReactNode;
};

export type Group = { name: string; title: string; entries: Entry[] };

const icon = { "aria-hidden": true, className: "size-4 flex-none text-dim" } as const;
const page = (id: string) => `/contacts/${id}` as Route;
/** The list under a filter, as it is typed there. */
const contactsLike = (filter: string) => `/contacts?q=${encodeURIComponent(filter)}` as Route;

/** What is found, or stands there at first, as lines under headings; headings without lines left out. */
export function useEntries(signOut: () => Promise<unknown>) {
  const t = useTranslations("search");
  const group = (name: Parameters<typeof t>[0] & `groups.${string}`, entries: Entry[]): Group => ({
    name,
    title: t(name),
    entries,
  });

  const personEntry = (person: FoundPerson, why?: ReactNode, key = person.id): Entry => ({
    key,
    href: page(person.id),
    person,
    icon: <Avatar name={person.name} />,
    title: person.name,
    detail: why ?? person.detail,
    aside: <Meter value={person.strength} label={t("peek.strength")} />,
  });

  const commandEntry = (name: CommandName): Entry => {
    const { icon: Icon, ...command } = commands.find((one) => one.name === name) ?? commands[0];
    return {
      key: name,
      icon: <Icon {...icon} />,
      title: t(`commands.${name}.label`),
      ...("href" in command
        ? { href: command.href }
        : { run: () => startTransition(async () => void (await signOut())) }),
    };
  };

  const atFirst = ({ followUps, fading, recent, ready, toAnswer }: Start): Group[] => [
    group(
      "groups.due",
      followUps.map(({ id, title, dueOn, person }) =>
        personEntry(person, t.rich("due", { title, day: () => <Day day={dueOn} near /> }), id),
      ),
    ),
    group(
      "groups.fading",
      fading.map(({ until, ...person }) =>
        personEntry(
          person,
          until === "forever" ? undefined : t.rich("warmUntil", { day: () => <DayOf moment={until} near /> }),
        ),
      ),
    ),
    group("groups.waiting", [
      ...(ready > 0 ? [{ ...commandEntry("ready"), key: "waiting", title: t("readyCount", { count: ready }) }] : []),
      ...(toAnswer > 0 ? [{ ...commandEntry("invitations"), title: t("toAnswer", { count: toAnswer }) }] : []),
    ]),
    group(
      "groups.recent",
      recent.map((person) => personEntry(person)),
    ),
    group("groups.commands", firstCommands.map(commandEntry)),
  ];

  const whileTyping = (query: string, found: Found | null): Group[] => {
    const matching = matchingCommands(query, (name) => ({
      label: t(`commands.${name}.label`),
      also: t(`commands.${name}.also`),
    }));
    const commanded = group(
      "groups.commands",
      matching.map(({ name }) => commandEntry(name)),
    );
    const { people = [], companies = [], tags = [], interactions = [], notes = [] } = found ?? {};
    // Somebody called so is meant rather than a command; somebody who has to do with it, rather not.
    const first = matching.some(({ byLabel }) => byLabel) && !people.some(({ isNamed }) => isNamed);
    return [
      ...(first ? [commanded] : []),
      group(
        "groups.people",
        people.map((person) => personEntry(person)),
      ),
      group(
        "groups.companies",
        companies.map(({ name, people: count }) => ({
          key: `company ${name}`,
          href: contactsLike(writeTerm({ key: "company", value: name })),
          icon: <Building2 {...icon} />,
          title: name,
          aside: count !== null && <span className="text-dim text-small">{t("peopleCount", { count })}</span>,
        })),
      ),
      group(
        "groups.tags",
        tags.map(({ id, name }) => ({
          key: id,
          href: contactsLike(writeTerm({ key: "tag", value: name })),
          icon: <Tag {...icon} />,
          title: name,
        })),
      ),
      group(
        "groups.interactions",
        interactions.map(({ id, occurredAt, people: who, excerpt }) => ({
          key: id,
          href: `/log/${id}` as Route,
          icon: <MessageSquareText {...icon} />,
          title: <ExcerptText pieces={excerpt} />,
          detail: t.rich("noted", { who: who.join(", "), day: () => <DayOf moment={occurredAt} near /> }),
        })),
      ),
      group(
        "groups.notes",
        notes.map(({ contactId, name, excerpt }) => ({
          key: `note ${contactId}`,
          href: page(contactId),
          icon: <FileText {...icon} />,
          title: <ExcerptText pieces={excerpt} />,
          detail: name,
        })),
      ),
      ...(first ? [] : [commanded]),
      group("groups.further", [
        ...(found && people.length === 0
          ? [
              {
                key: "add",
                href: `/contacts/new?name=${encodeURIComponent(query)}` as Route,
                icon: <UserPlus {...icon} />,
                title: t("add", { name: query }),
              },
            ]
          : []),
        {
          key: "all",
          href: contactsLike(query),
          icon: <Search {...icon} />,
          title: t("searchAll", { words: query }),
        },
      ]),
    ];
  };

  const filled = (groups: Group[]) => groups.filter(({ entries }) => entries.length > 0);
  return {
    atFirst: (start: Start) => filled(atFirst(start)),
    whileTyping: (query: string, found: Found | null) => filled(whileTyping(query, found)),
  };
}
