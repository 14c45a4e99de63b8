import { child, type XmlElement } from "../package/xml.ts";
import { type Atom, atomsOf, type Look, type Opaque } from "./atoms.ts";
import { type BraceFault, type Scanned, scanTags, type Tag } from "./scan-tags.ts";

/** What a paragraph with tags is made of: its own words, tags, and what is neither. */
export type Token =
  | { readonly kind: "words"; readonly text: string; readonly at: number; readonly look: Look }
  /** The run that opens a tag gives what it prints its look. */
  | { readonly kind: "tag"; readonly tag: Tag; readonly look: Look; readonly level: string }
  | { readonly kind: "opaque"; readonly opaque: Opaque };

export interface TaggedParagraph {
  /** As it is read; offsets of tags and words count in it. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly faults: readonly BraceFault[];
  /** What stands in it and nothing else: blocks open or close, or one tag whose blocks take the paragraph's place. */
  readonly alone: "blocks" | "body" | "partial" | null;
}

/** Reads a paragraph whose tags Word may have cut over runs. */
export function readParagraph(paragraph: XmlElement, xml: string): TaggedParagraph {
  const atoms = atomsOf(paragraph, xml);
  const text = atoms.map(widthText).join("");
  const scanned = scanTags(text);
  const tokens = tokensOf(atoms, scanned);
  const properties = child(paragraph, "w:pPr");
  const endsSection = child(properties, "w:sectPr") !== undefined;
  return { text, tokens, faults: scanned.faults, alone: endsSection ? null : aloneIn(tokens, scanned) };
}

function widthText(atom: Atom): string {
  return atom.kind === "character" ? atom.text : (atom.asText ?? "");
}

function tokensOf(atoms: readonly Atom[], scanned: Scanned): readonly Token[] {
  const teller = new Tokens(scanned);
  for (const atom of atoms) teller.take(atom);
  return teller.all;
}

class Tokens {
  private readonly tokens: Token[] = [];
  /** What stands inside a tag and is no letter of it: it comes behind the tag. */
  private deferred: Token[] = [];
  private readonly scanned: Scanned;
  private at = 0;
  private next = 0;
  private nextFault = 0;

  constructor(scanned: Scanned) {
    this.scanned = scanned;
  }

  get all(): readonly Token[] {
    return [...this.tokens, ...this.deferred];
  }

  take(atom: Atom): void {
    const { at } = this;
    const tag = this.scanned.tags[this.next];
    const width = widthText(atom).length;
    const isIn = tag !== undefined && (width > 0 ? at >= tag.start : at > tag.start);
    if (tag && at === tag.start && width > 0)
      this.tokens.push({ kind: "tag", tag, look: atom.look, level: atom.level });
    if (!isIn) this.outside(atom);
    else if (atom.kind !== "character" && atom.asText === null)
      this.deferred.push({ kind: "opaque", opaque: atom });
    this.at += width;
    if (tag && this.at >= tag.end) this.endTag();
  }

  private endTag(): void {
    for (const each of this.deferred) this.tokens.push(each);
    this.deferred = [];
    this.next++;
  }

  private outside(atom: Atom): void {
    if (atom.kind !== "character") this.tokens.push({ kind: "opaque", opaque: atom });
    else if (!this.isLost(this.at)) this.character(atom.text, atom.look);
  }

  /** A backslash before braces, or a letter of a tag that is told to be broken. */
  private isLost(at: number): boolean {
    const { faults, escapes } = this.scanned;
    let fault = faults[this.nextFault];
    while (fault && (fault.end <= at || fault.kind === "unopened")) fault = faults[++this.nextFault];
    return escapes.has(at) || (fault !== undefined && at >= fault.start);
  }

  private character(text: string, look: Look): void {
    const { tokens, at } = this;
    const last = tokens.at(-1);
    if (last?.kind === "words" && last.look === look && last.at + last.text.length === at)
      tokens[tokens.length - 1] = { ...last, text: last.text + text };
    else tokens.push({ kind: "words", text, at, look });
  }
}

function aloneIn(tokens: readonly Token[], { tags, faults }: Scanned): TaggedParagraph["alone"] {
  const isBare = tokens.every(
    (each) =>
      each.kind === "tag" || (each.kind === "words" ? each.text.trim() === "" : each.opaque.isHarmless),
  );
  if (!isBare || tags.length === 0 || faults.length > 0) return null;
  const kinds = tags.map(({ kind }) => kind).filter((kind) => kind !== "comment");
  if (kinds.every((kind) => kind === "open" || kind === "else" || kind === "close")) return "blocks";
  const [only, ...more] = kinds;
  return more.length === 0 && (only === "body" || only === "partial") ? only : null;
}
