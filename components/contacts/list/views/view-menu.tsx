"use client";

import { ArrowLeft, ArrowRight, Ellipsis, Pencil, Star, StarOff, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { type Undoable, undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import * as actions from "@/lib/contacts/list/views/actions";
import type { SavedView } from "@/lib/contacts/list/views/schema";
import type { FormAction } from "@/lib/form-state";
import { ViewDialog } from "./view-dialog";

/** What can be done with the view that is shown. */
export function ViewMenu({ view }: { view: SavedView }) {
  const t = useTranslations("lists.views");
  const router = useRouter();
  const undo = useUndo();
  const [renaming, setRenaming] = useState(false);
  const { id, name, isDefault } = view;

  const run = (action: FormAction, fields: Record<string, string>, said?: Undoable, then?: () => void) => {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) form.set(key, value);
    startTransition(async () => {
      const answer = await (said ? undoable(action, said) : action)({}, form);
      if (answer.message) toast({ text: answer.message });
      else then?.();
    });
  };
  const first = (on: boolean): Record<string, string> => ({ id, ...(on && { isDefault: "on" }) });
  const whole: Record<string, string> = {
    ...{ id, name, query: view.query, sort: view.sort, columns: view.columns, place: String(view.place) },
    ...(view.reversed && { reversed: "on" }),
    ...(isDefault && { isDefault: "on" }),
  };
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button variant="ghost" size="icon" aria-label={t("menu", { name })}>
            <Ellipsis aria-hidden="true" className="size-4" />
          </Button>
        }
      >
        <MenuItem onSelect={() => setRenaming(true)}>
          <Pencil aria-hidden="true" />
          {t("rename")}
        </MenuItem>
        <MenuItem
          onSelect={() =>
            run(actions.defaultViewAction, first(!isDefault), {
              done: t(isDefault ? "notFirstNow" : "firstNow", { name }),
              undo: undo(actions.defaultViewAction, { fields: () => first(isDefault) }),
            })
          }
        >
          {isDefault ? <StarOff aria-hidden="true" /> : <Star aria-hidden="true" />}
          {t(isDefault ? "notFirst" : "first")}
        </MenuItem>
        <MenuItem onSelect={() => run(actions.moveViewAction, { id, to: "up" })}>
          <ArrowLeft aria-hidden="true" />
          {t("left")}
        </MenuItem>
        <MenuItem onSelect={() => run(actions.moveViewAction, { id, to: "down" })}>
          <ArrowRight aria-hidden="true" />
          {t("right")}
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          danger
          onSelect={() =>
            run(
              actions.deleteViewAction,
              { id },
              {
                done: t("deleted", { name }),
                undo: undo(actions.restoreViewAction, { fields: () => whole, undone: t("back", { name }) }),
              },
              () => router.push("/contacts?view=all"),
            )
          }
        >
          <Trash2 aria-hidden="true" />
          {t("deleteView")}
        </MenuItem>
      </Menu>
      {renaming && <ViewDialog view={{ id, name }} onClose={() => setRenaming(false)} />}
    </>
  );
}
