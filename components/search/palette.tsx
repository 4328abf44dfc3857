"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useTranslations } from "next-intl";
import { type RefObject, useRef, useState } from "react";
import type { FoundPerson } from "@/lib/search/schema";
import { PaletteList } from "./palette-list";
import { PersonActions } from "./person-actions";
import { FollowUpView, LogView } from "./person-forms";

export type PaletteProps = {
  /** What was typed into it so far is taken over. */
  box: RefObject<HTMLInputElement | null>;
  returnTo: HTMLElement | null;
  signOut: () => Promise<unknown>;
  onClose: () => void;
};

/** The list, or what can be done with one person. */
type View = { name: "list" } | { name: "actions" | "log" | "followUp"; person: FoundPerson };

/** Everything of the owner's in one list, and every command. On a phone it takes the whole screen. */
export function Palette({ box, returnTo, signOut, onClose }: PaletteProps) {
  const t = useTranslations("search");
  const [view, setView] = useState<View>({ name: "list" });
  const [typed, setTyped] = useState<string | null>(null);
  /** Whatever was chosen takes the focus itself. */
  const isChosen = useRef(false);

  const choose = () => {
    isChosen.current = true;
    onClose();
  };
  const back = () =>
    setView(
      view.name === "list" || view.name === "actions" ? { name: "list" } : { name: "actions", person: view.person },
    );

  /** Once, and in one go with the focus, so that no key falls between the two. */
  const takeOver = (input: HTMLInputElement) => {
    if (typed === null) {
      setTyped(box.current?.value.slice(0, 200) ?? "");
      if (box.current) box.current.value = "";
    }
    input.focus();
  };

  return (
    <Dialog.Root
      open
      onOpenChange={(open, { reason }) => {
        if (open) return;
        if (reason === "escape-key" && view.name !== "list") back();
        else onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil max-sm:hidden" />
        <Dialog.Viewport className="fixed inset-0 z-50 flex justify-center overflow-hidden sm:items-start sm:p-6 sm:pt-[12vh]">
          <Dialog.Popup
            initialFocus={false}
            finalFocus={() => (isChosen.current ? false : (returnTo ?? false))}
            className="relative flex h-dvh w-full flex-col overflow-hidden bg-panel shadow-float sm:h-[min(70dvh,34rem)] sm:max-w-[640px] sm:rounded-panel sm:border sm:border-line"
          >
            <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
            {view.name === "list" && (
              <PaletteList
                typed={typed ?? ""}
                onType={setTyped}
                onShown={takeOver}
                onPerson={(person) => setView({ name: "actions", person })}
                onChosen={choose}
                signOut={signOut}
              />
            )}
            {view.name === "actions" && (
              <PersonActions
                person={view.person}
                onBack={back}
                onForm={(name) => setView({ name, person: view.person })}
                onChosen={choose}
              />
            )}
            {view.name === "log" && <LogView person={view.person} onBack={back} onSaved={onClose} />}
            {view.name === "followUp" && <FollowUpView person={view.person} onBack={back} onSaved={onClose} />}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
