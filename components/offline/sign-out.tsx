"use client";

import dynamic from "next/dynamic";
import { type ReactNode, type SubmitEvent, startTransition, useState } from "react";
import { canKeep, forget, listWaiting } from "@/public/outbox";

const SignOutDialog = dynamic(() => import("./sign-out-dialog").then((loaded) => loaded.SignOutDialog), { ssr: false });

/** Signs out, and nothing of the owner is left to be seen on this device; what still waits on it is asked about first. */
export function SignOut({
  action,
  className,
  children,
}: {
  action: () => Promise<void>;
  className: string;
  children: ReactNode;
}) {
  const [waiting, setWaiting] = useState(0);

  const leave = (kept: boolean) =>
    startTransition(async () => {
      await forget({ kept }).catch(() => {}); // where nothing can be kept nothing is
      await action();
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
      <form action={action} onSubmit={ask}>
        <button type="submit" className={className}>
          {children}
        </button>
      </form>
      {waiting > 0 && <SignOutDialog waiting={waiting} onLeave={leave} onClose={() => setWaiting(0)} />}
    </>
  );
}
