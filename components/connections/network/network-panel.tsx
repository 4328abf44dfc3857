"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Day } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { NetworkHistory } from "@/lib/connections/network/schema";
import { NetworkPicture } from "./network-picture";
import { NetworkTable } from "./network-table";

/**
 * The network in one picture: how many are connected, and how many of them the owner can vouch for, over time. A client
 * component: its points are a tenth of what is drawn of them, twice and as a table.
 */
export function NetworkPanel({ history }: { history: NetworkHistory }) {
  const t = useTranslations("connections.network");
  const { number } = useFormatter();
  const [first, now] = [history.recorded[0], history.recorded.at(-1)];
  if (!first || !now) return null;
  return (
    <Panel aria-labelledby="network" className="mb-5">
      <PanelHeader id="network" title={t("title")}>
        <Link href="/network" className="hover:text-ink hover:underline">
          {t("more")} <span aria-hidden="true">→</span>
        </Link>
      </PanelHeader>
      <div className="grid gap-2 px-4 pb-3">
        <NetworkPicture history={history} size="wide" className="max-md:hidden" />
        <NetworkPicture history={history} size="narrow" className="md:hidden" />
        <ul aria-label={t("legend")} className="flex flex-wrap gap-x-4 gap-y-1 text-dim text-small">
          <Entry text={`${t("connected")}: ${number(now.connected)}`}>
            <path d="M0 6h24" className="stroke-ink/75" strokeWidth="2" />
          </Entry>
          <Entry text={`${t("vouched")}: ${number(now.vouched)}`}>
            <path d="M0 6h24" className="stroke-accent" strokeWidth="2" />
          </Entry>
          <Entry text={t.rich("recorded", { day: () => <Day day={first.day} /> })}>
            <path d="M0 2h24v10H0z" className="fill-ink/10" />
            <path d="M0 2h24" className="stroke-ink/75" strokeWidth="2" />
          </Entry>
          {history.proven.length > 0 && (
            <Entry text={t("proven")}>
              <path d="M1 6h23" className="stroke-ink/75" strokeWidth="2" strokeDasharray="1 5" strokeLinecap="round" />
            </Entry>
          )}
        </ul>
        <NetworkTable history={history} />
      </div>
    </Panel>
  );
}

function Entry({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <svg aria-hidden="true" viewBox="0 0 24 12" className="h-3 w-6 flex-none">
        {children}
      </svg>
      <span>{text}</span>
    </li>
  );
}
