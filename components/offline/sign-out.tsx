"use client";

import dynamic from "next/dynamic";
import { type ReactNode, type SubmitEvent, startTransition, useActionState, useState } from "react";
import type { FormState } from "@/lib/form-state";
import { canKeep, forget, listWaiting } from "@/public/outbox";

const SignOutDialog = dynamic(() => import("./sign-out-dialog").then((loaded) => loaded.SignOutDialog), { ssr: false });

/**
 * Signs out, and nothing of the owner is left to be seen on this device; what still waits on it is asked about first. An action
 * that answers has failed, and its sentence is shown.
 */
export function SignOut({
  action,
  className,
  children,
}: {
  action: () => Promise<FormState>;
  className: string;
  children: ReactNode;
}) {
  const [waiting, setWaiting] = useState(0);
  const [{ message }, submit] = useActionState<FormState>(action, {});

  const leave = (kept: boolean) =>
    startTransition(async () => {
      await forget({ kept }).catch(() => {}); // where nothing can be kept nothing is
      startTransition(submit);
    });

  async function ask(event: SubmitEvent<HTMLFormElement>) {
    if (!canKeep()) return;
    event.preventDefault();
    const drawer = event.currentTarget.closest<HTMLElement>("[popover]"); // would lie over the dialog
    const { length } = await listWaiting().catch(() => []);
    if (length === 0) return leave(false);
    drawer?.hidePopover();
    setWaiting(length);
  }

  return (
    <>
      <form action={submit} onSubmit={ask} className="grid justify-items-start gap-1">
        <button type="submit" className={className}>
          {children}
        </button>
        {message && (
          <p role="alert" className="font-medium text-blocked text-small">
            {message}
          </p>
        )}
      </form>
      {waiting > 0 && <SignOutDialog waiting={waiting} onLeave={leave} onClose={() => setWaiting(0)} />}
    </>
  );
}
