"use client";

import { Columns3 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Look } from "../use-look";

// Columns are arranged once: what it takes is loaded then.
const ArrangeDialog = dynamic(() => import("./arrange-dialog").then((module) => module.ArrangeDialog), { ssr: false });

export function Arrange(props: { look: Look; change: (part: Partial<Look>) => void; view: string | null }) {
  const t = useTranslations("lists.arrange");
  const [open, setOpen] = useState<boolean | null>(null);
  return (
    <>
      <Button size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Columns3 aria-hidden="true" className="size-3.5 text-dim" />
        {t("open")}
      </Button>
      {open !== null && <ArrangeDialog {...props} open={open} onOpenChange={setOpen} />}
    </>
  );
}
