import { isIn } from "./changes.ts";
import type { WordFile } from "./open-word.ts";
import { walkWord } from "./stories.ts";
import { chains } from "./view.ts";
import type { WalkedParagraph } from "./walked.ts";

/**
 * The words of a Word file, a paragraph a line: stable, for comparing. What is tracked as deleted is left out, what is
 * tracked as inserted stands; page numbers are a mark, since their values are only as old as the last printing.
 * Notes, headers and footers follow the body.
 */
export function plainText(file: WordFile): string {
  const { body, notes, edges } = linesOf(file);
  return [...body, ...notes, ...edges].map((line) => `${line.trimEnd()}\n`).join("");
}

export interface WordLines {
  readonly body: readonly string[];
  readonly notes: readonly string[];
  /** Of headers and footers, each once. */
  readonly edges: readonly string[];
}

export function linesOf(file: WordFile): WordLines {
  const { paragraphs } = walkWord(file, { isBookmark: () => false, isTag: () => false });
  const shown = chains(paragraphs, "final").flatMap((chain) =>
    shownOf(chain.flatMap((each) => paragraphs[each] ?? [])),
  );
  const of = (story: WalkedParagraph["story"]): readonly Shown[] =>
    shown.filter(({ at }) => at.story === story);
  const notes = (["footnote", "endnote"] as const).flatMap((story) =>
    grouped(of(story), ({ at }) => at.note).map(
      (note) => `[${note[0]?.at.note ?? ""}] ${rows(note, 0).join(" ").trim()}`,
    ),
  );
  const edges = (["header", "footer"] as const).flatMap((story) =>
    rows(of(story), 0).flatMap((line) => (line === "" ? [] : `[${story}] ${line}`)),
  );
  return { body: rows(of("body"), 0), notes, edges: [...new Set(edges)] };
}

interface Shown {
  readonly at: WalkedParagraph;
  readonly text: string;
}

/** Paragraphs that are one; none where all of it is deleted. */
function shownOf(chain: readonly WalkedParagraph[]): readonly Shown[] {
  const [at] = chain;
  const text = chain
    .flatMap(({ atoms }) => atoms)
    .reduce((all, atom) => all + (isIn(atom.change, "final") ? atom.text : ""), "");
  const isGone = text === "" && chain.every(({ end }) => !isIn(end, "final"));
  return at && !isGone ? [{ at, text }] : [];
}

/** A row a line, cells parted by tabs; `depth`: how many tables stand around. */
function rows(paragraphs: readonly Shown[], depth: number): readonly string[] {
  return grouped(paragraphs, ({ at }) => at.cells[depth]?.row ?? at).flatMap((row) => {
    if (row[0]?.at.cells[depth] === undefined) return row.flatMap(({ text }) => text.split("\n"));
    return grouped(row, ({ at }) => at.cells[depth]?.cell)
      .map((cell) =>
        rows(cell, depth + 1)
          .join(" ")
          .trim(),
      )
      .join("\t");
  });
}

/** What stands side by side and has the same key. */
function grouped<T>(all: readonly T[], key: (each: T) => unknown): readonly (readonly T[])[] {
  const groups: T[][] = [];
  let last: unknown;
  for (const each of all) {
    const own = key(each);
    if (groups.length > 0 && own === last) groups.at(-1)?.push(each);
    else groups.push([each]);
    last = own;
  }
  return groups;
}
