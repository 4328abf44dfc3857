// Cards and calendar entries are what stands between BEGIN and END. They are told apart as the lines arrive, so a file of
// any size is one entry at a time; whatever stands outside, or has no end, is told too, so that nothing is lost unseen.
import { type ContentLine, fold } from "./content-lines";

export type Component = {
  name: string;
  /** Where it begins. */
  line: number;
  /** Its own lines, without those of the components in it. */
  lines: ContentLine[];
  parts: Component[];
  /** It has an END. */
  isWhole: boolean;
};

/** Lines that belong to nothing; only the first of several in a row. */
export type Stray = { name: null; line: number };

/** Lines and parts of one entry: more than a thousand phone numbers are no person. */
const most = 2_000;
/** Letters of one entry that are kept; of the lines beyond only how they begin. Pictures are among them. */
const mostLetters = 4_000_000;
const beginning = 200;
/** Components in components; one that goes deeper has no end. */
const deepest = 10;

/**
 * Collects lines into components. `containers` are only passed through: what is in them counts as outermost; their own
 * lines are heard by `onContainerLine`.
 */
export class Components {
  private readonly open: Component[] = [];
  private letters = 0;
  private isStray = false;

  constructor(
    private readonly containers: readonly string[] = [],
    private readonly onContainerLine: (line: ContentLine) => void = () => undefined,
    /** What can stand inside another; anywhere else its BEGIN means that the one before has no END. */
    private readonly nested: (name: string, open: Component) => boolean = () => true,
  ) {}

  *push(lines: readonly ContentLine[]): Generator<Component | Stray> {
    for (const line of lines) {
      const [, mark, written] =
        /^(BEGIN|END)[ \t]*:[ \t]*([A-Z0-9-]{1,60})[ \t]*$/i.exec(line.text.replaceAll(fold, "")) ?? [];
      const name = written?.toUpperCase();
      if (!mark || !name) yield* this.line(line);
      else if (this.containers.includes(name)) yield* this.broken();
      else if (mark.toUpperCase() === "BEGIN") yield* this.begin(name, line.line);
      else yield* this.ended(name, line);
    }
  }

  /** What has no end at the end of the file. */
  *end(): Generator<Component> {
    yield* this.broken();
  }

  private *begin(name: string, line: number): Generator<Component> {
    const inside = this.open.at(-1);
    if (inside && (this.open.length >= deepest || !this.nested(name, inside))) yield* this.broken();
    this.isStray = false;
    const parent = this.open.at(-1);
    if (!parent) this.letters = 0;
    const component: Component = { name, line, lines: [], parts: [], isWhole: false };
    if (parent && parent.parts.length < most) parent.parts.push(component);
    this.open.push(component);
  }

  private *ended(name: string, line: ContentLine): Generator<Component | Stray> {
    const at = this.open.findLastIndex((component) => component.name === name);
    if (at < 0) return yield* this.line(line);
    const component = this.open[at];
    this.open.length = at;
    if (!component) return;
    component.isWhole = true;
    if (at === 0) yield component;
  }

  private *line(line: ContentLine): Generator<Stray> {
    const inside = this.open.at(-1);
    if (inside) {
      if (inside.lines.length >= most) return;
      this.letters += line.text.length;
      const fits = this.letters <= mostLetters || line.text.length <= beginning;
      inside.lines.push(fits ? line : { ...line, text: ownCopy(line.text.slice(0, beginning)), isCut: true });
    } else if (line.text.trim() !== "") {
      if (/^(?!BEGIN|END)[A-Z-]+[;:]/i.test(line.text) && this.containers.length > 0) return this.onContainerLine(line);
      if (!this.isStray) yield { name: null, line: line.line };
      this.isStray = true;
    }
  }

  private *broken(): Generator<Component> {
    const [outermost] = this.open;
    this.open.length = 0;
    if (outermost) yield outermost;
  }
}

/** A slice is a view into the text it was cut from, and would keep all of that text in memory. */
function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}
