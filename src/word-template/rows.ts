import { descendants, type XmlElement } from "../package/xml.ts";
import type { Token } from "./paragraph.ts";
import type { Tag } from "./scan-tags.ts";
import type { Surveyed } from "./survey.ts";

type TagToken = Extract<Token, { kind: "tag" }>;

/** A tag of a block, and the paragraph that it stands in. */
export interface PlacedTag {
  readonly token: TagToken;
  readonly paragraph: Surveyed;
}

/** What the blocks of a row's tags do with it. */
export interface RowPlan {
  /** The row holds tags alone, and goes with them. */
  readonly isCut: boolean;
  /** Blocks that begin before the row, and that end behind it. */
  readonly before: readonly PlacedTag[];
  readonly behind: readonly PlacedTag[];
}

/** Looks at the blocks of a row that do not stay within one of its cells. `paragraphs`: its own, in order. */
export function planRow(row: XmlElement, paragraphs: readonly Surveyed[]): RowPlan {
  const tags = paragraphs.flatMap((paragraph) =>
    (paragraph.tagged?.tokens ?? []).flatMap((token) => (token.kind === "tag" ? [{ token, paragraph }] : [])),
  );
  const wide = betweenCells(tags);
  if (wide.length === 0) return { isCut: false, before: [], behind: [] };
  if (holdsTagsAlone(row, paragraphs)) return { isCut: true, before: [], behind: [] };
  const cells = paragraphs.flatMap(({ cell }) => cell ?? []);
  const opens = wide.filter(({ token }) => token.tag.kind === "open" && isFirst(token, paragraphs, cells[0]));
  const closes = wide.filter(
    ({ token }) => token.tag.kind === "close" && isLast(token, paragraphs, cells.at(-1)),
  );
  return { isCut: false, before: opens, behind: closes };
}

/** The tags of those blocks that do not open and close in the same cell. */
function betweenCells(tags: readonly PlacedTag[]): readonly PlacedTag[] {
  const open: PlacedTag[][] = [];
  const wide: PlacedTag[] = [];
  for (const each of tags) {
    const { kind, name } = each.token.tag;
    const block = open.at(-1);
    if (kind === "open") open.push([each]);
    else if (kind === "else") (block ?? wide).push(each);
    else if (kind === "close" && block?.[0]?.token.tag.name === name) {
      open.pop();
      const all = [...block, each];
      if (all.some(({ paragraph }) => paragraph.cell !== each.paragraph.cell)) wide.push(...all);
    } else if (kind === "close") wide.push(each);
  }
  return [...wide, ...open.flat()].toSorted((a, b) => placeIn(a) - placeIn(b));
}

function placeIn({ paragraph, token }: PlacedTag): number {
  return paragraph.element.start + token.tag.start / 1e6;
}

function isBlock({ kind }: Tag): boolean {
  return kind === "open" || kind === "else" || kind === "close" || kind === "comment";
}

const pictures: ReadonlySet<string> = new Set(["w:drawing", "w:pict", "w:object", "w:tbl"]);

function holdsTagsAlone(row: XmlElement, paragraphs: readonly Surveyed[]): boolean {
  if ([...descendants(row)].some(({ name }) => pictures.has(name))) return false;
  return paragraphs.every(({ tagged, text }) =>
    tagged
      ? tagged.tokens.every((each) =>
          each.kind === "tag" ? isBlock(each.tag) : each.kind !== "words" || each.text.trim() === "",
        )
      : text.trim() === "",
  );
}

function isFirst(token: TagToken, paragraphs: readonly Surveyed[], cell: XmlElement | undefined): boolean {
  const before = tokensOf(paragraphs, cell);
  const at = before.indexOf(token);
  return at >= 0 && before.slice(0, at).every((each) => saysNothing(each, "open"));
}

function isLast(token: TagToken, paragraphs: readonly Surveyed[], cell: XmlElement | undefined): boolean {
  const all = tokensOf(paragraphs, cell);
  const at = all.indexOf(token);
  return at >= 0 && all.slice(at + 1).every((each) => saysNothing(each, "close"));
}

function tokensOf(paragraphs: readonly Surveyed[], cell: XmlElement | undefined): readonly Token[] {
  return paragraphs
    .filter((each) => each.cell === cell)
    .flatMap(({ tagged, text, at }) => {
      if (tagged) return tagged.tokens;
      return text.trim() === "" ? [] : [{ kind: "words" as const, text, at, look: { rPr: "" } }];
    });
}

function saysNothing(token: Token, kind: Tag["kind"]): boolean {
  if (token.kind === "opaque") return token.opaque.isHarmless;
  if (token.kind === "words") return token.text.trim() === "";
  return token.tag.kind === kind || token.tag.kind === "comment";
}
