import type { Route } from "next";
import { Link } from "@/components/ui/link";

/** The name of a row, as the link that opens it. */
export function PersonLink({ href, children }: { href: Route; children: string }) {
  return (
    <Link href={href} className="hover:underline">
      {children}
    </Link>
  );
}
