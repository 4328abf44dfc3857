import { parseArgs } from "node:util";
import { Obstacle } from "../../scripts/say";
import { wholeNumber } from "../counts";

export type Options = {
  /** Owners with this many contacts each are measured beside one another, the smallest first. */
  sizes: number[];
  /** Many owners in the same tables, each with `contactsEach` contacts. */
  owners: number;
  contactsEach: number;
  /** Interactions a contact. */
  interactionsEach: number;
  /** How many interactions one import brings. */
  imported: number;
  /** How often each page query is asked; what takes longer is asked less often. */
  samples: number;
  /** How long each page is asked for ten at a time. */
  seconds: number;
  /** For so many minutes afterwards, to see that memory stays flat. */
  soak: number | undefined;
  /** Half of it alone: what Postgres is asked and does, or the pages over HTTP. */
  only: "statements" | "pages" | undefined;
  json: string | undefined;
  /** The run to compare with; without it the last of this machine in bench/results. */
  before: string | undefined;
  isQuick: boolean;
  /** A folder for the profile of the server's processor time, as Node writes it. */
  profile: string | undefined;
};

const usage =
  "There is: npm run bench -- --sizes 1000,10000,100000 --owners 500 --contacts-each 300 --interactions-each 10 --imported 100000 --samples 200 --seconds 5 --soak <minutes> --only pages|statements --json <file> --before <file> --profile <folder> --quick";

const usual = {
  sizes: "1000,10000,100000",
  owners: "500",
  contacts: "300",
  imported: "100000",
  samples: "200",
  seconds: "5",
};
/** A minute or so: to see that everything runs. */
const quick = { sizes: "1000,5000", owners: "20", contacts: "300", imported: "5000", samples: "30", seconds: "1" };

/** Throws an Obstacle that says what there is. */
export function parseOptions(args: string[]): Options {
  const option = { type: "string" } as const;
  const known = {
    sizes: option,
    owners: option,
    "contacts-each": option,
    "interactions-each": option,
    imported: option,
    samples: option,
    seconds: option,
    soak: option,
    only: option,
    json: option,
    before: option,
    profile: option,
    quick: { type: "boolean" },
  } as const;
  const { tokens, values } = parseArgs({ args, options: known, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "positional") throw new Obstacle(`"${token.value}" is unknown here. ${usage}`);
    if (token.kind === "option" && !(token.name in known)) {
      throw new Obstacle(`"${token.rawName}" is unknown here. ${usage}`);
    }
  }
  const otherwise = values.quick ? quick : usual;
  const count = (name: keyof typeof known, ifAbsent: string, given = values[name] ?? ifAbsent) => {
    const number = typeof given === "string" ? wholeNumber(given) : null;
    if (!number) throw new Obstacle(`--${name} is a whole number from 1 on. ${usage}`);
    return number;
  };
  const sizes = String(values.sizes ?? otherwise.sizes)
    .split(",")
    .map((size) => count("sizes", size, size));
  const place = (name: "json" | "before" | "profile", what: "file" | "folder") => {
    const given = values[name];
    if (given === undefined) return undefined;
    if (typeof given !== "string" || given === "") throw new Obstacle(`--${name} names a ${what}. ${usage}`);
    return given;
  };
  const only = values.only;
  if (only !== undefined && only !== "pages" && only !== "statements") {
    throw new Obstacle(`--only is pages or statements. ${usage}`);
  }
  return {
    sizes: [...new Set(sizes)].sort((a, b) => a - b),
    owners: count("owners", otherwise.owners),
    contactsEach: count("contacts-each", otherwise.contacts),
    interactionsEach: count("interactions-each", "10"),
    imported: count("imported", otherwise.imported),
    samples: count("samples", otherwise.samples),
    seconds: count("seconds", otherwise.seconds),
    soak: values.soak === undefined ? undefined : count("soak", "60"),
    only,
    isQuick: values.quick === true,
    ...{ json: place("json", "file"), before: place("before", "file"), profile: place("profile", "folder") },
  };
}
