"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { keySign } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { hasRows, type KnownKey } from "./known-keys";

const order = ["page", "row", "anywhere", "go"] as const;

/** Every key there is, those of this page first. */
export function KeysDialog({ keys, onClose }: { keys: KnownKey[]; onClose: () => void }) {
  const t = useTranslations("common.keys");
  const always: KnownKey[] = [
    { where: "anywhere", press: ["Ctrl", "Enter"], name: t("send") },
    { where: "anywhere", press: ["Esc"], name: t("leave") },
    ...(hasRows() ? [{ where: "row" as const, press: ["J", "K"], name: t("walk") }] : []),
  ];
  const all = [...keys, ...always];
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("title")} description={t("text")} size="large">
      <div className="gap-x-8 sm:columns-2">
        {order.map((where) => {
          const here = all.filter((key) => key.where === where);
          return here.length > 0 && <Group key={where} title={t(`where.${where}`)} keys={here} />;
        })}
      </div>
    </Dialog>
  );
}

function Group({ title, keys }: { title: string; keys: KnownKey[] }) {
  const t = useTranslations("common.keys");
  return (
    <section aria-label={title} className="mb-5 break-inside-avoid">
      <h3 className="mb-1.5 font-medium text-dim text-small">{title}</h3>
      <dl className="grid gap-1">
        {keys.map(({ where, press, name }) => (
          <div key={`${press} ${name}`} className="flex min-h-7 items-center justify-between gap-3">
            <dt className="min-w-0">{name}</dt>
            <dd className="flex flex-none items-center gap-1">
              {press.map((key, place) => (
                <Fragment key={key}>
                  {place > 0 && (where === "go" || press[0] === "Ctrl") && (
                    <span className="text-faint text-small">{where === "go" ? t("then") : "+"}</span>
                  )}
                  <Kbd>{keySign(key)}</Kbd>
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
