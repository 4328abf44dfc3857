"use client";

import { FileUp, LoaderCircle } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type DragEvent, type SubmitEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { droppedFiles } from "./dropped-files";
import { sendFiles } from "./send-files";

/** Takes files, or a folder of them, by dropping, choosing, or, without script, as a plain form. What goes wrong is said where it happened. */
export function DropZone({ maxMegabytes, problem }: { maxMegabytes: number; problem: string | null }) {
  const t = useTranslations("imports.drop");
  const tProblems = useTranslations("imports.problems");
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const [message, setMessage] = useState(problem);
  const isBusy = sent !== null;

  const send = async (files: File[]) => {
    if (files.length === 0 || isBusy) return;
    const tooLarge = files.find((file) => file.size > maxMegabytes * 1_000_000);
    if (tooLarge) return setMessage(t("tooLarge", { file: tooLarge.name, limit: maxMegabytes }));
    setMessage(null);
    setSent(0);
    const { to, failed } = await sendFiles(files, setSent);
    setSent(null);
    if (input.current) input.current.value = "";
    if (failed) setMessage(tProblems(failed));
    else {
      router.push(to);
      router.refresh();
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    droppedFiles(event.dataTransfer).then(send, () => setMessage(tProblems("brokeOff")));
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const files = [...(input.current?.files ?? [])];
    if (files.length === 0) setMessage(tProblems("none"));
    else void send(files);
  };

  return (
    <form action="/api/imports" method="post" encType="multipart/form-data" onSubmit={submit}>
      <section
        aria-label={t("title")}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={cn(
          "grid justify-items-center gap-3 rounded-panel border border-dashed px-4 py-8 text-center transition-colors",
          isOver ? "border-accent bg-soft" : "border-edge",
        )}
      >
        <FileUp aria-hidden="true" strokeWidth={1.5} className="size-6 text-faint" />
        <p className="max-w-[52ch] text-balance">{isOver ? t("over") : t("text")}</p>
        <div className="flex flex-wrap items-center justify-center gap-2">
          <input
            ref={input}
            type="file"
            name="file"
            multiple
            accept=".zip,.csv,.vcf,.ics,application/zip,text/csv,text/vcard,text/calendar"
            aria-label={t("label")}
            onChange={(event) => void send([...(event.target.files ?? [])])}
            disabled={isBusy}
            className="max-w-full text-small file:mr-3 file:min-h-9 file:rounded-control file:border file:border-edge file:bg-panel file:px-3.5 file:font-medium file:text-ink"
          />
          <noscript>
            <Button type="submit" variant="primary">
              {t("submit")}
            </Button>
          </noscript>
        </div>
        <p aria-live="polite" className="flex min-h-5 items-center gap-2 text-dim text-small">
          {isBusy ? (
            <>
              <LoaderCircle aria-hidden="true" className="size-4 animate-spin" />
              {sent < 1 ? t("sending", { percent: Math.floor(sent * 20) / 20 }) : t("reading")}
            </>
          ) : (
            t("private")
          )}
        </p>
        {message && (
          <p role="alert" className="rounded-control bg-blocked-bg px-3 py-2 font-medium text-blocked">
            {message}
          </p>
        )}
      </section>
    </form>
  );
}
