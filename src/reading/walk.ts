import { child, elements, type XmlElement } from "../package/xml.ts";
import type { WordPlace } from "../source/source-file.ts";
import { textOf } from "../word-template/atoms.ts";
import { type Atom, BookmarkRanges } from "./bookmark-ranges.ts";
import { changeOf, kept, type Tracking, within, withinProperties } from "./changes.ts";
import { CommentRanges } from "./comment-ranges.ts";
import { Fields, isPageField } from "./fields.ts";
import type { FigureNames } from "./figures.ts";
import { type Line, outermost, type Way } from "./walked.ts";

/** A story, a cell, a note or a box: what paragraphs can join in. */
interface Container {
  /** The paragraph right before. */
  last: { readonly line: Line; readonly index: number; readonly hasNoEnd: boolean } | null;
}

interface OpenLine {
  readonly line: Line;
  readonly index: number;
  readonly fields: Fields;
  readonly boxes: { readonly element: XmlElement; readonly way: Way }[];
}

type Take = (element: XmlElement, way: Way) => void;

const marks: ReadonlyMap<string, string> = new Map([
  ["w:tab", "\t"],
  ["w:ptab", "\t"],
  ["w:cr", "\n"],
  ["w:noBreakHyphen", "-"],
  ["w:sym", "□"],
]);
const pageMark = "#";

/** The paragraphs of a Word file, in reading order. Time and memory are linear in the size of the XML. */
export class Walk {
  readonly paragraphs: Line[] = [];
  readonly comments: CommentRanges = new CommentRanges();
  /** Whether anything is tracked. */
  isTracked = false;
  private readonly names: FigureNames;
  private readonly bookmarks = new BookmarkRanges(this.paragraphs);
  private container: Container = { last: null };
  private open: OpenLine | null = null;
  private rows = 0;
  private cells = 0;

  constructor(names: FigureNames) {
    this.names = names;
  }

  /** All paragraphs below an element: a body, a header, a note. */
  story(root: XmlElement, story: WordPlace["story"], note: string | null = null): void {
    const way = outermost(story, note);
    this.contained(() => this.inside(root, way));
  }

  private readonly takers: ReadonlyMap<string, Take> = new Map<string, Take>([
    ["w:p", (element, way) => (this.open ? this.inside(element, way) : this.paragraph(element, way))],
    ["w:tbl", (element, way) => this.table(element, way)],
    ["w:tr", (element, way) => this.row(element, way)],
    ["w:tc", (element, way) => this.cell(element, way)],
    ["w:txbxContent", (element, way) => this.box(element, way)],
    ["w:sdt", (element, way) => this.control(element, way)],
    ["mc:AlternateContent", (element, way) => this.alternatives(element, way)],
    ["w:ruby", (element, way) => this.only("w:rubyBase", element, way)],
    ...["w:ins", "w:del", "w:moveFrom", "w:moveTo"].map((name): [string, Take] => [
      name,
      (element, way) => this.tracked(element, way),
    ]),
    ["w:t", (element, way) => this.put("words", textOf(element), way)],
    [
      "w:delText",
      (element, way) => (way.tracking.deleted ? this.put("words", textOf(element), way) : undefined),
    ],
    ["w:br", (element, way) => this.lineBreak(element, way)],
    ...[...marks].map(([name, text]): [string, Take] => [name, (_, way) => this.put("words", text, way)]),
    ...["w:footnoteReference", "w:endnoteReference"].map((name): [string, Take] => [
      name,
      ({ attributes }, way) => this.put("reference", `[${attributes.get("w:id") ?? ""}]`, way),
    ]),
    ["w:fldSimple", (element, way) => this.simpleField(element, way)],
    ["w:fldChar", (element, way) => this.fieldMark(element.attributes.get("w:fldCharType") ?? "", way)],
    ["w:instrText", (element) => this.open?.fields.instruct(textOf(element))],
    ["w:delInstrText", (element) => this.open?.fields.instruct(textOf(element))],
    ["w:bookmarkStart", ({ attributes }) => this.bookmarkStart(attributes)],
    ["w:bookmarkEnd", ({ attributes }, way) => this.bookmarkEnd(attributes.get("w:id") ?? "", way)],
    [
      "w:commentRangeStart",
      ({ attributes }) => this.comments.start(attributes.get("w:id") ?? "", this.index),
    ],
    ["w:commentRangeEnd", ({ attributes }) => this.comments.end(attributes.get("w:id") ?? "")],
    ["w:commentReference", ({ attributes }) => this.comments.refer(attributes.get("w:id") ?? "", this.index)],
  ]);

  /** Of the open paragraph, or of the next. */
  private get index(): number {
    return this.open?.index ?? this.paragraphs.length;
  }

  private visit(element: XmlElement, way: Way): void {
    if (element.name.endsWith("Pr")) return;
    const take = this.takers.get(element.name);
    if (take) take(element, way);
    else this.inside(element, way);
  }

  private inside(parent: XmlElement, way: Way): void {
    for (const each of parent.children) if (typeof each !== "string") this.visit(each, way);
  }

  private only(name: string, parent: XmlElement, way: Way): void {
    for (const each of elements(parent)) if (each.name === name) this.inside(each, way);
  }

  private contained(take: () => void): void {
    const { container, open } = this;
    this.container = { last: null };
    this.open = null;
    take();
    this.container = container;
    this.open = open;
  }

  private paragraph(element: XmlElement, way: Way): void {
    const { last } = this.container;
    const properties = child(child(element, "w:pPr"), "w:rPr");
    const tracking = this.noted(way.tracking, withinProperties(way.tracking, properties));
    const end = changeOf(tracking);
    const { line, index } = last?.hasNoEnd ? last : this.begin(element, way);
    line.end = end ?? kept;
    const open: OpenLine = { line, index, fields: new Fields(), boxes: [] };
    this.open = open;
    this.inside(element, way);
    this.open = null;
    for (const box of open.boxes) this.contained(() => this.inside(box.element, box.way));
    this.container.last = { line, index, hasNoEnd: end === null };
  }

  private begin(element: XmlElement, { story, note, cells, inBox }: Way): { line: Line; index: number } {
    const index = this.paragraphs.length;
    const { last } = this.container;
    if (last) last.line.joins = index;
    const line: Line = { element, story, note, cells, inBox, atoms: [], end: kept, joins: null };
    this.paragraphs.push(line);
    return { line, index };
  }

  private table(element: XmlElement, way: Way): void {
    this.container.last = null;
    this.inside(element, { ...way, rows: { count: 0 } });
    this.container.last = null;
  }

  private row(element: XmlElement, way: Way): void {
    const tracking = this.noted(way.tracking, withinProperties(way.tracking, child(element, "w:trPr")));
    if (way.rows) way.rows.count++;
    this.rows++;
    if (changeOf(tracking)) this.inside(element, { ...way, tracking });
  }

  private cell(element: XmlElement, way: Way): void {
    const tracking = this.noted(way.tracking, withinProperties(way.tracking, child(element, "w:tcPr")));
    const cell = { row: this.rows, cell: this.cells++, rowNumber: way.rows?.count ?? 1 };
    const inner = { ...way, tracking, cells: [...way.cells, cell] };
    if (this.open) this.inside(element, way);
    else if (changeOf(tracking)) this.contained(() => this.inside(element, inner));
  }

  /** What stands in a box follows the paragraph that it hangs on. */
  private box(element: XmlElement, way: Way): void {
    const inner = { ...way, inBox: true, figure: null, isPrompt: false };
    if (this.open) this.open.boxes.push({ element, way: inner });
    else this.contained(() => this.inside(element, inner));
  }

  private control(element: XmlElement, way: Way): void {
    const properties = child(element, "w:sdtPr");
    const tag = child(properties, "w:tag")?.attributes.get("w:val") ?? "";
    const isPrompt = isOn(child(properties, "w:showingPlcHdr"));
    const figure = tag !== "" && this.names.isTag(tag) ? { bookmark: null, tag } : null;
    const before = this.open?.line.atoms.length ?? 0;
    this.inside(element, {
      ...way,
      figure: figure ?? way.figure,
      isPrompt: way.isPrompt || isPrompt,
    });
    const { line } = this.open ?? {};
    const change = changeOf(way.tracking);
    if (figure && change && line && (isPrompt || line.atoms.length === before))
      line.atoms.push({ kind: "words", text: "", change, figure });
  }

  /** The same twice, for new and for old programs: the first is read, where there is one. */
  private alternatives(element: XmlElement, way: Way): void {
    const branches = elements(element);
    const branch = branches.find(({ name }) => name === "mc:Choice") ?? branches[0];
    if (branch) this.inside(branch, way);
  }

  private tracked(element: XmlElement, way: Way): void {
    this.inside(element, { ...way, tracking: this.noted(way.tracking, within(way.tracking, element)) });
  }

  private noted(around: Tracking, tracking: Tracking): Tracking {
    if (tracking !== around) this.isTracked = true;
    return tracking;
  }

  private put(kind: Atom["kind"], text: string, way: Way): void {
    const change = changeOf(way.tracking);
    if (!this.open || !change || text === "" || this.open.fields.isHidden) return;
    if (way.isPrompt && change.kind !== "deleted") return;
    this.open.line.atoms.push({ kind, text, change, figure: way.figure });
    if (kind === "words") this.comments.words(text, change);
  }

  private lineBreak({ attributes }: XmlElement, way: Way): void {
    const type = attributes.get("w:type");
    this.put(type === "page" || type === "column" ? "page-break" : "words", "\n", way);
  }

  private simpleField(element: XmlElement, way: Way): void {
    if (isPageField(element.attributes.get("w:instr") ?? "")) this.put("words", pageMark, way);
    else this.inside(element, way);
  }

  private fieldMark(type: string, way: Way): void {
    const { fields } = this.open ?? {};
    if (type === "begin") fields?.begin();
    else if (type === "separate") fields?.separate();
    else if (type === "end" && fields?.end()) this.put("words", pageMark, way);
  }

  private bookmarkStart(attributes: XmlElement["attributes"]): void {
    const name = attributes.get("w:name") ?? "";
    if (!this.names.isBookmark(name)) return;
    const at = this.open?.line.atoms.length ?? 0;
    this.bookmarks.start(attributes.get("w:id") ?? "", name, { paragraph: this.index, at });
  }

  private bookmarkEnd(id: string, way: Way): void {
    const index = this.open?.index ?? this.container.last?.index ?? this.paragraphs.length - 1;
    this.bookmarks.end(id, index, changeOf(way.tracking) ?? kept);
  }
}

/** A switch (ECMA-376 part 1 §17.17.4). */
function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off)$/.test(element.attributes.get("w:val") ?? "");
}
