"use client";

import { ChevronDown, ChevronUp, GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { type ColumnName, columnNames, columnWidths, usualColumns } from "@/lib/contacts/list/columns";
import { densities } from "@/lib/contacts/list/setting/words";
import type { Look } from "../use-look";

/** Which columns, in which order (by buttons or by dragging), and how close the rows stand. Seen in the list at once. */
export function ArrangeDialog({
  look: { columns, density },
  change,
  view,
  open,
  onOpenChange,
}: {
  look: Look;
  change: (part: Partial<Look>) => void;
  view: string | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations("lists.arrange");
  const names = useTranslations("lists.columns");
  const [said, setSaid] = useState("");
  const [dragged, setDragged] = useState<ColumnName | null>(null);
  const shown = columns.map(({ name }) => name);
  const all = [...shown, ...columnNames.filter((name) => !shown.includes(name))];

  const toggle = (name: ColumnName, on: boolean) =>
    change({
      columns: on
        ? [...columns, { name, width: columnWidths[name] }]
        : columns.filter((column) => column.name !== name),
    });

  function move(name: ColumnName, to: number) {
    const moved = columns.find((column) => column.name === name);
    if (!moved || to < 0 || to >= columns.length) return;
    const others = columns.filter((column) => column !== moved);
    change({ columns: [...others.slice(0, to), moved, ...others.slice(to)] });
    setSaid(t("moved", { column: names(name), place: to + 1 }));
  }

  const onDragOver = (event: DragEvent, over: ColumnName) => {
    if (!dragged || !shown.includes(over)) return;
    event.preventDefault();
    if (dragged !== over) move(dragged, shown.indexOf(over));
  };

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title")}
      description={view ? t("inView", { name: view }) : t("everywhere")}
    >
      <ul aria-label={t("shown")} className="grid">
        {all.map((name) => {
          const at = shown.indexOf(name);
          return (
            <li
              key={name}
              draggable={at >= 0}
              onDragStart={() => setDragged(name)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => onDragOver(event, name)}
              className={cn("flex min-h-9 items-center gap-2 rounded-small px-1", dragged === name && "bg-soft")}
            >
              <GripVertical
                aria-hidden="true"
                className={cn("size-4 text-faint", at < 0 ? "invisible" : "cursor-grab")}
              />
              <Checkbox
                name={`column-${name}`}
                label={names(name)}
                checked={at >= 0}
                onChange={(event) => toggle(name, event.target.checked)}
                className="flex-1"
              />
              {at >= 0 && (
                <>
                  <Button
                    variant="ghost"
                    size="icon"
                    aria-label={t("up", { column: names(name) })}
                    aria-disabled={at === 0 || undefined}
                    onClick={() => move(name, at - 1)}
                  >
                    <ChevronUp aria-hidden="true" className="size-4" />
                  </Button>
                  <Button
                    variant="ghost"
                    size="icon"
                    aria-label={t("down", { column: names(name) })}
                    aria-disabled={at === columns.length - 1 || undefined}
                    onClick={() => move(name, at + 1)}
                  >
                    <ChevronDown aria-hidden="true" className="size-4" />
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      <output className="sr-only">{said}</output>
      <fieldset className="mt-4 flex flex-wrap items-center gap-4 border-line border-t pt-4">
        <legend className="sr-only">{t("density")}</legend>
        <span aria-hidden="true" className="font-medium">
          {t("density")}
        </span>
        {densities.map((choice) => (
          <label key={choice} className="inline-flex items-center gap-2">
            <input
              type="radio"
              name="density"
              checked={density === choice}
              onChange={() => change({ density: choice })}
              className="size-4"
            />
            {t(`densities.${choice}`)}
          </label>
        ))}
        <Button variant="ghost" size="small" className="ml-auto" onClick={() => change({ columns: usualColumns })}>
          {t("usual")}
        </Button>
      </fieldset>
    </Dialog>
  );
}
