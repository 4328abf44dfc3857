import { buttonStyle } from "@/components/ui/button-style";
import type { Errand } from "@/lib/account/oidc/schema";

/** The button that leads to the provider. A plain form: it leaves Vouch, with or without script. */
export function ProviderForm({ label, ...errand }: { label: string } & Errand) {
  return (
    <form action="/api/oidc" method="post" className="grid">
      {Object.entries(errand).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={buttonStyle({ variant: "secondary" }, "w-full")}>
        {label}
      </button>
    </form>
  );
}
