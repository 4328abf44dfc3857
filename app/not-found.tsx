import { connection } from "next/server";
import { NotFound } from "@/components/shell/not-found";

export default async function NotFoundPage() {
  await connection(); // made at build time it would carry no nonce, and its scripts would be refused
  return (
    <main className="grid min-h-[80dvh] content-center">
      <NotFound />
    </main>
  );
}
