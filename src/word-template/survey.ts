import { child, descendants, elements, type XmlElement } from "../package/xml.ts";
import type { WordPlace } from "../source/source-file.ts";
import { wordsOf } from "./atoms.ts";
import type { HeadingPath } from "./heading-levels.ts";
import type { XmlPart } from "./package.ts";
import { readParagraph, type TaggedParagraph } from "./paragraph.ts";

/** A paragraph of a Word template, where it stands, and its tags where it has any. */
export interface Surveyed {
  readonly element: XmlElement;
  /** What it is a child of. */
  readonly parent: XmlElement;
  readonly row: XmlElement | null;
  /** The table, or what stands around the row in it. */
  readonly rowParent: XmlElement | null;
  readonly cell: XmlElement | null;
  readonly tagged: TaggedParagraph | null;
  readonly text: string;
  /** Where its text begins in the text of the Word file. */
  readonly at: number;
}

export interface SurveyedPart {
  readonly part: XmlPart;
  readonly paragraphs: ReadonlyMap<XmlElement, Surveyed>;
  /** Where paragraphs with tags begin, in order. */
  readonly starts: readonly number[];
}

/** In paragraphs with tags; what a person writes is a fiftieth of it. */
const mostTagged = 100_000;

/** The text of a whole Word template, a paragraph a line, as it is shown when something is wrong with it. */
export class WordText {
  private readonly lines: string[] = [];
  readonly places: WordPlace[] = [];
  private length = 0;
  private taggedLength = 0;
  private readonly path: HeadingPath;

  constructor(path: HeadingPath) {
    this.path = path;
  }

  /** Where the line begins. */
  add(paragraph: XmlElement, text: string, place: Omit<WordPlace, "headings">): number {
    this.places.push(this.path.next(paragraph, text, place));
    this.lines.push(text);
    const at = this.length;
    this.length += text.length + 1;
    return at;
  }

  /** Counts text that is read letter by letter; whether there is still room for it. */
  takes(length: number): boolean {
    this.taggedLength += length;
    return !this.isTooLong;
  }

  get isTooLong(): boolean {
    return this.taggedLength > mostTagged;
  }

  get text(): string {
    return this.lines.join("\n");
  }
}

interface Way {
  readonly parent: XmlElement;
  readonly row: XmlElement | null;
  readonly rowParent: XmlElement | null;
  readonly cell: XmlElement | null;
  readonly rowNumber: number | null;
  readonly inBox: boolean;
}

/** Looks at all paragraphs of a part, and adds their lines to the text. */
export function survey(part: XmlPart, story: WordPlace["story"], text: WordText): SurveyedPart {
  const paragraphs = new Map<XmlElement, Surveyed>();
  const starts: number[] = [];
  const twins = new Map<XmlElement, XmlElement>();
  const visit = (element: XmlElement, way: Way): void => {
    if (element.name === "mc:AlternateContent") for (const pair of branchPairs(element)) twins.set(...pair);
    if (element.name === "w:p") note(element, way);
    let row = 0;
    for (const each of elements(element)) {
      if (each.name === "w:tr") row++;
      visit(each, wayInto(element, each, way, row));
    }
  };
  const note = (element: XmlElement, { rowNumber, inBox, ...way }: Way): void => {
    const words = wordsOf(element);
    const isTagged = looksTagged.test(words) && text.takes(words.length);
    const tagged = isTagged ? readParagraph(element, part.text) : null;
    const shown = tagged?.text ?? words;
    const twin = paragraphs.get(twins.get(element) ?? element);
    const at = twin?.text === shown ? twin.at : text.add(element, shown, { story, inBox, row: rowNumber });
    paragraphs.set(element, { element, ...way, tagged, text: shown, at });
    if (tagged) starts.push(element.start);
  };
  visit(part.root, {
    parent: part.root,
    row: null,
    rowParent: null,
    cell: null,
    rowNumber: null,
    inBox: false,
  });
  return { part, paragraphs, starts };
}

const looksTagged = /\{\{|\}\}|｛｛|｝｝/;

function wayInto(element: XmlElement, each: XmlElement, way: Way, rowNumber: number): Way {
  if (each.name === "w:tr")
    return { ...way, parent: element, row: each, rowParent: element, cell: null, rowNumber };
  if (each.name === "w:txbxContent")
    return { ...way, parent: element, row: null, rowParent: null, cell: null, inBox: true };
  return { ...way, parent: element, cell: each.name === "w:tc" ? each : way.cell };
}

/** A text box is written twice, for new and for old programs: the paragraphs of both, side by side. */
function branchPairs(content: XmlElement): readonly (readonly [XmlElement, XmlElement])[] {
  const of = (name: string): readonly XmlElement[] => {
    const branch = child(content, name);
    return branch ? [...descendants(branch)].filter((each) => each.name === "w:p") : [];
  };
  const [choice, fallback] = [of("mc:Choice"), of("mc:Fallback")];
  if (choice.length !== fallback.length) return [];
  return fallback.flatMap((each, index) => {
    const twin = choice[index];
    return twin ? [[each, twin] as const] : [];
  });
}
