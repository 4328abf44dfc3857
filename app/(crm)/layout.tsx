import type { ReactNode } from "react";
import { LogFromAnywhere } from "@/components/interactions/log-from-anywhere";
import { AppShell } from "@/components/shell/app-shell";
import { ClientMessages } from "@/components/shell/client-messages";
import { signOutAction } from "@/lib/account/actions";
import { requireOwner } from "@/lib/auth";

export default async function CrmLayout({ children }: { children: ReactNode }) {
  await requireOwner();
  return (
    <AppShell
      counts={{}}
      signOut={signOutAction}
      logDialog={
        <ClientMessages only={["interactions"]}>
          <LogFromAnywhere />
        </ClientMessages>
      }
    >
      {children}
    </AppShell>
  );
}
