import { crc32 } from "node:zlib";
import { descendants, type XmlElement } from "../../package/xml.ts";

/** Word's own limits: a bookmark's name has at most 40 characters, a control's tag and title 64. */
const longestName = 40;
const longestTag = 64;
const digits = 7;

/** What identifies one figure in the file. */
export interface Mark {
  readonly bookmarkId: number;
  readonly bookmarkName: string;
  readonly controlId: number;
  readonly tag: string;
}

/** Gives the figures of one document their ids and names; none that the template has is used again. */
export class Marks {
  private bookmarkId: number;
  private controlId: number;
  private readonly names: Set<string>;
  private readonly counts = new Map<string, number>();
  /** The names of the figures' bookmarks, in order. */
  readonly bookmarks: string[] = [];

  /** `template`: the roots of all parts that have text; names and ids are those of the whole file. */
  constructor(template: readonly XmlElement[]) {
    const all = template.flatMap((root) => [...descendants(root)]);
    const bookmarks = all.filter(({ name }) => name === "w:bookmarkStart");
    const value = (each: XmlElement, name: string): string => each.attributes.get(name) ?? "";
    this.names = new Set(bookmarks.map((each) => value(each, "w:name").toLowerCase()));
    this.bookmarkId = nextAfter(bookmarks.map((each) => value(each, "w:id")));
    this.controlId = nextAfter(all.filter(({ name }) => name === "w:id").map((each) => value(each, "w:val")));
  }

  next(indicator: string): Mark {
    const bookmarkName = this.nextName(bookmarkStem(indicator));
    this.bookmarks.push(bookmarkName);
    return {
      bookmarkId: this.bookmarkId++,
      bookmarkName,
      controlId: this.controlId++,
      tag: cut(indicator, longestTag),
    };
  }

  /** For what the template itself has and the filled file has once more. */
  again(bookmark: string): Pick<Mark, "bookmarkId" | "bookmarkName" | "controlId"> {
    const name = this.nextName(start(bookmark, longestName - 1 - digits));
    this.names.add(name.toLowerCase());
    return { bookmarkId: this.bookmarkId++, bookmarkName: name, controlId: this.controlId++ };
  }

  private nextName(stem: string): string {
    const count = (this.counts.get(stem) ?? 0) + 1;
    this.counts.set(stem, count);
    const name = `${stem}_${count}`;
    return this.names.has(name.toLowerCase()) ? this.nextName(stem) : name;
  }
}

/** `fig_safety_hazardsFound`: the name of a figure's bookmarks up to their number. */
export function bookmarkStem(indicator: string): string {
  return cut(`fig_${indicator.replace(/[^A-Za-z0-9]/g, "_")}`, longestName - 1 - digits, indicator);
}

/** Too long a name ends with a checksum of the whole, so that two of them stay apart. */
function cut(name: string, longest: number, whole: string = name): string {
  if (name.length <= longest) return name;
  return `${start(name, longest - 9)}_${crc32(whole).toString(16).padStart(8, "0")}`;
}

/** The label as a control shows it. */
export function controlTitle(label: string): string {
  return start(label, longestTag);
}

/** Never half a surrogate pair. */
function start(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}

/** Word gives random ids of 32 bits, negative ones too: the low ones are free for counting. */
function nextAfter(ids: readonly string[]): number {
  const low = ids.map(Number).filter((id) => Number.isInteger(id) && id < 1_000_000_000);
  return low.reduce((highest, id) => Math.max(highest, id), 0) + 1;
}
