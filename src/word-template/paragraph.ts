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

function tokensOf(atoms: readonly Atom[], { tags, faults, escapes }: Scanned): readonly Token[] {
  const tokens: Token[] = [];
  let deferred: Token[] = [];
  let [at, next] = [0, 0];
  for (const atom of atoms) {
    const tag = tags[next];
    const width = widthText(atom).length;
    const isIn = tag !== undefined && (width > 0 ? at >= tag.start : at > tag.start);
    if (tag && at === tag.start && width > 0)
      tokens.push({ kind: "tag", tag, look: atom.look, level: atom.level });
    if (!isIn) {
      const isLost =
        escapes.has(at) ||
        faults.some(({ kind, start, end }) => kind !== "unopened" && at >= start && at < end);
      if (atom.kind !== "character") tokens.push({ kind: "opaque", opaque: atom });
      else if (!isLost) addCharacter(tokens, atom, at);
    } else if (atom.kind !== "character" && atom.asText === null)
      deferred.push({ kind: "opaque", opaque: atom });
    at += width;
    if (tag && at >= tag.end) {
      tokens.push(...deferred);
      deferred = [];
      next++;
    }
  }
  return [...tokens, ...deferred];
}

function addCharacter(
  tokens: Token[],
  { text, look }: { readonly text: string; readonly look: Look },
  at: number,
): void {
  const last = tokens.at(-1);
  if (last?.kind === "words" && last.look === look && last.at + last.text.length === at)
    tokens[tokens.length - 1] = { ...last, text: last.text + text };
  else tokens.push({ kind: "words", text, at, look });
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
