import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { signOutAction } from "@/lib/account/actions";
import { requireOwner } from "@/lib/auth";

export default async function CrmLayout({ children }: { children: ReactNode }) {
  await requireOwner();
  return (
    <AppShell counts={{}} signOut={signOutAction}>
      {children}
    </AppShell>
  );
}
