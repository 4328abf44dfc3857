import type { ReactNode } from "react";
import { LogFromAnywhere } from "@/components/interactions/log-from-anywhere";
import { Notifier } from "@/components/notices/notifier";
import { Outbox } from "@/components/offline/outbox";
import { SearchBox } from "@/components/search/search-box";
import { AppShell } from "@/components/shell/app-shell";
import { ClientMessages } from "@/components/shell/client-messages";
import { signOutAction } from "@/lib/account/actions";
import { requireSignedIn } from "@/lib/auth";
import { buildId } from "@/lib/offline/build";
import { deviceOwner } from "@/lib/offline/owner";
import { askCounts } from "@/lib/today/ask";
import { railOf } from "@/lib/today/schema";

export default async function CrmLayout({ children }: { children: ReactNode }) {
  const { owner, account } = await requireSignedIn();
  const counts = railOf(await askCounts(owner));
  return (
    <ClientMessages only={["shell", "search.box", "search.boxPlaceholder", "outbox", "notices.title"]}>
      <AppShell
        counts={counts}
        signOut={signOutAction}
        search={<SearchBox signOut={signOutAction} />}
        outbox={<Outbox owner={deviceOwner(owner)} theme={account.theme.toLowerCase()} build={await buildId()} />}
        logDialog={
          <>
            <LogFromAnywhere />
            <Notifier owner={owner} />
          </>
        }
      >
        {children}
      </AppShell>
    </ClientMessages>
  );
}
