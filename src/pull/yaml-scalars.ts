import type { DataNode, ScalarNode } from "../parse/data-node.ts";
import { lineStarts, positionAt, type SourceFile } from "../source/source-file.ts";
import type { Place } from "./source-map.ts";

/** How a text is written in YAML (YAML 1.2 §7.3, §8.1). Folded and escaped ones are left to people. */
type Style = "literal" | "folded" | "quoted" | "escaped" | "plain";

/** The scalars of a data file, by their places. */
export class ScalarStyles {
  private readonly scalars: readonly ScalarNode[];
  private readonly file: SourceFile;

  constructor(file: SourceFile, root: DataNode) {
    this.file = file;
    this.scalars = scalarsOf(root).toSorted((one, other) => one.span.start - other.span.start);
  }

  /** The scalar that a range lies in. */
  at({ start, end }: Pick<Place, "start" | "end">): ScalarNode | null {
    let [low, high] = [0, this.scalars.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.scalars[middle]?.span.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const found = this.scalars[low - 1];
    return found && found.span.start <= start && end <= found.span.end ? found : null;
  }

  holds(place: Place): boolean {
    const scalar = this.at(place);
    return scalar !== null && !["folded", "escaped"].includes(this.styleOf(scalar));
  }

  /** Whether a text has its lines as they are written. */
  takesLines(place: Place): boolean {
    const scalar = this.at(place);
    return scalar !== null && this.styleOf(scalar) === "literal";
  }

  /** Without its quotation marks, or the line that begins it. */
  wordsOf({ span: { start, end } }: ScalarNode): Pick<Place, "start" | "end"> {
    const written = this.file.text.slice(start, end);
    const head = /^(?:[|>][^\r\n]*|["'])/.exec(written)?.[0].length ?? 0;
    return { start: start + head, end: /^["']/.test(written) ? end - 1 : end };
  }

  styleOf({ span }: ScalarNode): Style {
    const first = this.file.text[span.start] ?? "";
    if (first === "|") return "literal";
    if (first === ">") return "folded";
    const written = this.file.text.slice(span.start, span.end);
    if (/[\r\n]/.test(written)) return "folded";
    if (first === "'") return written.slice(1, -1).includes("'") ? "escaped" : "quoted";
    if (first === '"') return written.includes("\\") ? "escaped" : "quoted";
    return "plain";
  }
}

function scalarsOf(node: DataNode): readonly ScalarNode[] {
  if (node.kind === "scalar") return [node];
  const inside = node.kind === "list" ? node.items : [...node.entries.values()].map((entry) => entry.node);
  return inside.flatMap(scalarsOf);
}

/** Whether a place is the end of a line of a literal text. */
export function isScalarLine({ file, start }: Place, scalars: ScalarStyles): boolean {
  const scalar = scalars.at({ start, end: start });
  if (!scalar || scalars.styleOf(scalar) !== "literal") return false;
  return start === file.text.length || /[\r\n]/.test(file.text[start] ?? "");
}

/** The line of a literal text that a range fills, with the line end before it; null where the text has no other. */
export function lineOf({ file, start, end }: Place, scalars: ScalarStyles): Place | null {
  const scalar = scalars.at({ start, end });
  if (!scalar || !isScalarLine({ file, start: end, end }, scalars)) return null;
  const from = lineStarts(file)[positionAt(file, start).line - 1] ?? 0;
  const before = /\r?\n$|\r$/.exec(file.text.slice(Math.max(0, from - 2), from))?.[0].length ?? 0;
  const others = scalar.text.split("\n").filter((each) => each.trim() !== "");
  return /^ *$/.test(file.text.slice(from, start)) && others.length > 1
    ? { file, start: from - before, end }
    : null;
}
