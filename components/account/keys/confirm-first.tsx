import { useTranslations } from "next-intl";

/** In place of what only who has just shown who they are may do, on the page that has ConfirmPanel. */
export function ConfirmFirst() {
  const t = useTranslations("keys.confirm");
  return (
    <p className="text-dim">
      {t.rich("first", {
        link: (words) => (
          <a href="#signing-in" className="text-accent underline">
            {words}
          </a>
        ),
      })}
    </p>
  );
}
