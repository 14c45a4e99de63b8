import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { child, type DataNode } from "../parse/data-node.ts";
import type { Span } from "../source/source-file.ts";
import type { Passage } from "./passage.ts";

/** Words with a number in them that may stand in the text as they are. */
export interface AllowedNumber {
  readonly text: string;
  readonly span: Span;
}

/** The entries of a list `numbers:`; what has not the form of one is passed over. */
export function readAllowedNumbers(list: DataNode | undefined): readonly AllowedNumber[] {
  const items = list?.kind === "list" ? list.items : [];
  return items.flatMap((item) => {
    const text = child(item, "text");
    if (text?.kind !== "scalar" || text.text.trim() === "") return [];
    return [{ text: text.text.trim(), span: text.span }];
  });
}

/** Entries of a list, by their places in it. */
export interface NumbersMet {
  readonly met: readonly number[];
  readonly needed: readonly number[];
}

/** A list of allowed numbers, and a memory of which of them were met and needed. */
export class AllowedNumbers {
  readonly entries: readonly AllowedNumber[];
  private readonly needed = new Set<AllowedNumber>();
  private readonly met = new Set<AllowedNumber>();

  constructor(entries: readonly AllowedNumber[]) {
    this.entries = entries;
  }

  /** Whether one of the entries stands around a number at a place of a text. */
  allows(text: string, start: number, end: number): boolean {
    const entry = this.entries.find((each) => covers(each.text, text, start, end));
    if (entry) this.needed.add(entry);
    return entry !== undefined;
  }

  /** Remembers which entries a document has, whether or not they are needed there. */
  meet(passages: readonly Passage[]): void {
    for (const entry of this.entries)
      if (passages.some(({ text }) => text.includes(entry.text))) this.met.add(entry);
  }

  /** Remembers what another list of the same entries has met and needed. */
  add({ met, needed }: AllowedNumbers): void {
    for (const entry of met) this.met.add(entry);
    for (const entry of needed) this.needed.add(entry);
  }

  /** What of the list has been met and needed, for another run that reads the same list. */
  get asPlaces(): NumbersMet {
    const places = (of: ReadonlySet<AllowedNumber>): readonly number[] =>
      this.entries.flatMap((entry, place) => (of.has(entry) ? [place] : []));
    return { met: places(this.met), needed: places(this.needed) };
  }

  addPlaces({ met, needed }: NumbersMet): void {
    for (const [place, entry] of this.entries.entries()) {
      if (met.includes(place)) this.met.add(entry);
      if (needed.includes(place)) this.needed.add(entry);
    }
  }

  /** Entries that no number needed; asked for when all texts they are for have been checked. */
  unused(): readonly Diagnostic[] {
    return this.entries
      .filter((entry) => !this.needed.has(entry))
      .map((entry) =>
        diagnostic("number-allowed-unused", entry.span, { text: entry.text, met: this.met.has(entry) }),
      );
  }
}

function covers(entry: string, text: string, start: number, end: number): boolean {
  let at = text.indexOf(entry, Math.max(0, end - entry.length));
  while (at >= 0 && at <= start) {
    if (at + entry.length >= end) return true;
    at = text.indexOf(entry, at + 1);
  }
  return false;
}
