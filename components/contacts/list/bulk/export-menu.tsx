"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { Selection } from "../use-selection";

/** A file of exactly those selected. Sent as a form: they may be too many for an address. */
export function ExportMenu({ selection }: { selection: Selection }) {
  const t = useTranslations("lists.bulk");
  const form = useRef<HTMLFormElement>(null);
  const take = (file: "contacts.csv" | "contacts.vcf") => {
    if (!form.current) return;
    form.current.action = `/api/exports/${file}`;
    form.current.submit();
  };
  return (
    <>
      <form ref={form} method="post">
        {Object.entries(selection.sent).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </form>
      <Menu
        align="start"
        trigger={
          <Button size="small">
            <Download aria-hidden="true" className="size-3.5" />
            {t("export")}
          </Button>
        }
      >
        <MenuItem onSelect={() => take("contacts.csv")}>{t("csv")}</MenuItem>
        <MenuItem onSelect={() => take("contacts.vcf")}>{t("vcf")}</MenuItem>
      </Menu>
    </>
  );
}
