import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";

/**
 * One column: how high it stands, what it is called, and the cells of its line in the table. `over` and `under` are what is
 * written at its ends, where there is room.
 */
export type Column = {
  key: string;
  name: string;
  value: number;
  cells: string[];
  fill?: string;
  over?: string;
  under?: string;
};

const height = 56;
const step = 22;

/**
 * Columns drawn on the server, and the same as a table: in a fold to be opened, or (`isSmall`) only for those who listen.
 * `most` is what a full column stands for.
 */
export function ColumnChart({
  caption,
  heads,
  columns,
  most = Math.max(1, ...columns.map(({ value }) => value)),
  now,
  isSmall = false,
}: {
  caption: string;
  /** Of the table's columns, the one with the names first. */
  heads: string[];
  columns: Column[];
  most?: number;
  /** What is said of the last of them. */
  now?: string;
  isSmall?: boolean;
}) {
  const t = useTranslations("network");
  const table = <Table caption={caption} heads={heads} columns={columns} isSmall={isSmall} />;
  const width = columns.length * step;
  return (
    <figure>
      <Ends texts={columns.map(({ key, over }) => [key, over])} className="font-medium" />
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${width} ${height + 1}`}
        preserveAspectRatio="none"
        className={cn("w-full", isSmall ? "h-16" : "h-32")}
      >
        {columns.map(({ key, value, fill = "fill-ink/70" }, place) => {
          const column = (value / most) * height;
          return (
            <rect
              key={key}
              x={place * step + 4}
              y={height - column}
              width={step - 8}
              height={column}
              className={fill}
            />
          );
        })}
        <line x2={width} y1={height + 0.5} y2={height + 0.5} className="stroke-line" />
      </svg>
      <Ends texts={columns.map(({ key, under }) => [key, under])} className="text-dim" />
      <figcaption className="mt-1 flex justify-between gap-3 text-small">
        <span className="text-dim">{caption}</span>
        {now && <span className="flex-none font-medium">{now}</span>}
      </figcaption>
      {isSmall ? (
        table
      ) : (
        <details className="mt-2">
          <summary className="w-fit font-medium text-dim text-small hover:text-ink pointer-coarse:py-2.5">
            {t("inNumbers")}
          </summary>
          {table}
        </details>
      )}
    </figure>
  );
}

/** Read from the table by those who listen. */
function Ends({ texts, className }: { texts: [string, string | undefined][]; className: string }) {
  if (texts.every(([, text]) => text === undefined)) return null;
  return (
    <div aria-hidden="true" className={cn("flex text-center text-tiny", className)}>
      {texts.map(([key, text]) => (
        <span key={key} className="min-w-0 flex-1">
          {text}
        </span>
      ))}
    </div>
  );
}

function Table({
  caption,
  heads: [first, ...heads],
  columns,
  isSmall,
}: {
  caption: string;
  heads: string[];
  columns: Column[];
  isSmall: boolean;
}) {
  return (
    <table className={isSmall ? "sr-only" : "mt-2 w-full max-w-[480px] text-small"}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="text-faint">
          <th scope="col" className="py-1 pr-4 text-left font-normal">
            {first}
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className="py-1 pl-4 text-right font-normal">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map(({ key, name, cells }) => (
          <tr key={key} className="border-line border-t">
            <th scope="row" className="py-1 pr-4 text-left font-normal">
              {name}
            </th>
            {cells.map((cell, place) => (
              <td key={heads[place]} className="py-1 pl-4 text-right tabular-nums">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
