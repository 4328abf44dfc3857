"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { IncomingCard } from "@/lib/invitations/incoming/schema";
import { suggestAnswer } from "@/lib/invitations/incoming/suggest";
import type { PassInHand } from "./use-pass";

/** How many are listed: two that came before, and those that come. */
const before = 2;
const listed = 12;

/** Who is open, around the one on the card; any of them can be taken next. */
export function InLine({ hand, open }: { hand: PassInHand; open: IncomingCard[] }) {
  const t = useTranslations("incoming");
  const { pass, current, previous, following, choose } = hand;
  const at = open.findIndex(({ id }) => id === current?.id);
  const from = Math.max(0, Math.min(at - before, open.length - listed));
  const shown = open.slice(from, from + listed);
  const more = open.length - from - shown.length + pass.left;
  const to = (card: IncomingCard) => ({
    href: `/invitations?card=${card.id}` as const,
    onClick: (event: { preventDefault: () => void }) => {
      event.preventDefault();
      choose(card.id);
    },
  });
  return (
    <Panel aria-labelledby="in-line">
      <PanelHeader id="in-line" title={t("pass.list")}>
        <span className="flex gap-1.5">
          {previous && (
            <ButtonLink {...to(previous)} size="small" variant="ghost" keyHint="K">
              {t("answer.previous")}
            </ButtonLink>
          )}
          {following && (
            <ButtonLink {...to(following)} size="small" variant="ghost" keyHint="J">
              {t("answer.following")}
            </ButtonLink>
          )}
        </span>
      </PanelHeader>
      <ol>
        {shown.map((card) => (
          <li key={card.id} className="border-line border-t">
            <Link
              {...to(card)}
              aria-current={card.id === current?.id ? "step" : undefined}
              className={cn(
                "flex items-baseline justify-between gap-3 px-4 py-2 hover:bg-soft",
                "aria-[current]:bg-soft aria-[current]:font-medium pointer-coarse:min-h-11",
              )}
            >
              <span className="min-w-0 truncate">{card.contact.fullName}</span>
              <span className="flex-none text-dim text-small">
                {pass.skipped.has(card.id) ? t("pass.skipped") : <Suggested card={card} />}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p className="border-line border-t px-4 py-2.5 text-dim text-small">{t("pass.more", { count: more })}</p>
      )}
    </Panel>
  );
}

function Suggested({ card }: { card: IncomingCard }) {
  const t = useTranslations("incoming.answer");
  const { answer } = suggestAnswer(card.facts);
  return answer && t(answer);
}
