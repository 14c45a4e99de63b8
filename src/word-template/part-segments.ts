import { child, elements, type XmlElement } from "../package/xml.ts";
import { unbound } from "./atoms.ts";
import type { TaggedParagraph, Token } from "./paragraph.ts";
import { planRow } from "./rows.ts";
import type { Note, Segment } from "./source-builder.ts";
import type { Surveyed, SurveyedPart } from "./survey.ts";

type TagToken = Extract<Token, { kind: "tag" }>;

/** Takes a part apart into words, tags and marks. Paragraphs and rows that hold nothing but blocks are left out. */
export function partSegments(surveyed: SurveyedPart): readonly Segment[] {
  const cutter = new Cutter(surveyed);
  const { part } = surveyed;
  cutter.xml(part.text.slice(0, part.root.start));
  cutter.element(part.root);
  cutter.xml(part.text.slice(part.root.end));
  return cutter.segments;
}

class Cutter {
  readonly segments: Segment[] = [];
  private readonly text: string;
  private readonly surveyed: SurveyedPart;
  /** Tags that a row has taken out of its cells. */
  private readonly taken = new Set<Token>();
  private readonly rows = new Map<XmlElement, Surveyed[]>();

  constructor(surveyed: SurveyedPart) {
    this.surveyed = surveyed;
    for (const each of surveyed.paragraphs.values()) {
      const own = each.row && (this.rows.get(each.row) ?? []);
      own?.push(each);
      if (each.row && own) this.rows.set(each.row, own);
    }
    this.text = surveyed.part.text;
  }

  xml(xml: string, notes: readonly Note[] = []): void {
    const last = this.segments.at(-1);
    if (xml === "") return;
    if (last?.kind === "mark" && last.mark.kind === "xml")
      this.segments[this.segments.length - 1] = {
        kind: "mark",
        mark: { kind: "xml", xml: last.mark.xml + xml, notes: [...last.mark.notes, ...notes] },
      };
    else this.segments.push({ kind: "mark", mark: { kind: "xml", xml, notes } });
  }

  element(element: XmlElement): void {
    const paragraph = this.surveyed.paragraphs.get(element);
    if (element.name === "w:sdtPr") this.xml(unbound(this.text.slice(element.start, element.end)));
    else if (!this.hasTags(element))
      this.xml(this.text.slice(element.start, element.end), wholeParagraphs(element, this.surveyed));
    else if (paragraph?.tagged) this.paragraph(paragraph, paragraph.tagged);
    else if (element.name === "w:tr") this.row(element);
    else this.inside(element);
  }

  /** An element with what is in it, letter for letter but for paragraphs with tags. */
  private inside(element: XmlElement): void {
    const isFallback = element.name === "mc:Fallback";
    let at = element.start;
    for (const each of elements(element)) {
      const begins = isFallback && at === element.start;
      this.xml(this.text.slice(at, each.start), begins ? [{ kind: "fallback-begins" }] : []);
      this.element(each);
      at = each.end;
    }
    this.xml(this.text.slice(at, element.end), isFallback ? [{ kind: "fallback-ends" }] : []);
  }

  private hasTags({ start, end }: XmlElement): boolean {
    const { starts } = this.surveyed;
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return (starts[low] ?? end) < end;
  }

  private row(row: XmlElement): void {
    const own = this.rows.get(row) ?? [];
    const plan = planRow(row, own);
    const level = `in ${own[0]?.rowParent?.start ?? 0}`;
    for (const { token } of [...plan.before, ...plan.behind]) this.taken.add(token);
    if (plan.isCut) {
      for (const paragraph of own) this.bare(paragraph, level);
      return;
    }
    for (const { paragraph, token } of plan.before) this.tag(paragraph, token, level);
    this.inside(row);
    for (const { paragraph, token } of plan.behind) this.tag(paragraph, token, level);
  }

  private paragraph(paragraph: Surveyed, { tokens, alone }: TaggedParagraph): void {
    const { element, parent, cell } = paragraph;
    const left = tokens.filter((each) => !this.taken.has(each));
    const isEmptied = left.every((each) => each.kind !== "tag") && alone === "blocks";
    if (isEmptied ? cell && hasAnother(cell, element) : alone !== null) {
      this.bare(paragraph, `in ${parent.start}`);
      return;
    }
    const properties = child(element, "w:pPr");
    const first = elements(element)[0];
    const contentStart = properties?.end ?? first?.start ?? element.contentEnd;
    this.xml(this.text.slice(element.start, contentStart), [{ kind: "open" }]);
    for (const token of left) this.token(paragraph, token);
    this.xml(this.text.slice(element.contentEnd, element.end), [{ kind: "close" }]);
    this.segments.push({ kind: "line-end", at: paragraph.at + paragraph.text.length });
  }

  /** The tags of a paragraph without the paragraph; halves of bookmarks are kept, as the others lie elsewhere. */
  private bare(paragraph: Surveyed, level: string): void {
    for (const token of paragraph.tagged?.tokens ?? []) {
      if (token.kind === "tag" && !this.taken.has(token)) this.tag(paragraph, token, level);
      if (token.kind === "opaque" && token.opaque.element.name.startsWith("w:bookmark"))
        this.xml(token.opaque.xml);
    }
    this.segments.push({ kind: "line-end", at: paragraph.at + paragraph.text.length });
  }

  private token(paragraph: Surveyed, token: Token): void {
    if (token.kind === "words") this.segments.push({ ...token, at: paragraph.at + token.at });
    else if (token.kind === "tag") this.tag(paragraph, token, null);
    else if (token.opaque.kind === "xml") this.xml(token.opaque.xml);
    else if (token.opaque.kind === "run") {
      const { xml, look } = token.opaque;
      this.segments.push({ kind: "mark", mark: { kind: "run", xml, look } });
    } else {
      this.xml(`<w:r>${token.opaque.look.rPr}`);
      this.element(token.opaque.element);
      this.xml("</w:r>");
    }
  }

  /** `level`: null where the tag stands in a line. */
  private tag(paragraph: Surveyed, { tag, look, level: own }: TagToken, level: string | null): void {
    if (tag.kind === "comment") return;
    const place = { tag, at: paragraph.at };
    if (tag.kind === "body") this.segments.push({ kind: "body", place, paragraph, isAlone: level !== null });
    else {
      const isAlone = level !== null && tag.kind === "partial";
      const inRow = paragraph.row !== null;
      this.segments.push({ kind: "tag", place, look, level: level ?? own, inRow, isAlone });
    }
  }
}

/** The paragraphs with words in an element, but for those that are there for old programs. */
function wholeParagraphs(element: XmlElement, surveyed: SurveyedPart): readonly Note[] {
  if (element.name === "mc:Fallback") return [];
  const own = surveyed.paragraphs.get(element);
  const inside = elements(element).flatMap((each) => wholeParagraphs(each, surveyed));
  return own && own.text !== "" ? [{ kind: "whole", text: own.text, at: own.at }, ...inside] : inside;
}

function hasAnother(cell: XmlElement, paragraph: XmlElement): boolean {
  return elements(cell).some((each) => each.name === "w:p" && each !== paragraph);
}
