import type { WrittenParagraph } from "../../src/document/record.ts";
import { zip } from "../../src/package/zip.ts";
import { partsOf } from "./docx-text.ts";

const document = "word/document.xml";

/** What becomes of a stretch of a run: it is kept, taken away, or put in. */
export interface Stretch {
  readonly change: "kept" | "deleted" | "inserted";
  readonly text: string;
}

/** Where a person at the keyboard has changed a text: what stood between two letters, and what stands there now. */
export interface TypedOver {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** A text cut where it was typed over; the places do not overlap, and are in order. */
export function stretches(text: string, edits: readonly TypedOver[]): readonly Stretch[] {
  const all: Stretch[] = [];
  let at = 0;
  for (const { start, end, words } of edits) {
    all.push({ change: "kept", text: text.slice(at, start) });
    all.push({ change: "deleted", text: text.slice(start, end) }, { change: "inserted", text: words });
    at = end;
  }
  all.push({ change: "kept", text: text.slice(at) });
  return all.filter(({ text }) => text !== "");
}

export function textAfter(all: readonly Stretch[]): string {
  return all.flatMap(({ change, text }) => (change === "deleted" ? [] : [text])).join("");
}

/** The XML of a body, edited run by run as a word processor would. */
export class WordEdits {
  private readonly parts: Map<string, Uint8Array>;
  private readonly tracked: boolean;
  private xml: string;
  private revisions = 9000;

  constructor(docx: Uint8Array, tracked: boolean) {
    this.parts = new Map(partsOf(docx));
    this.xml = new TextDecoder().decode(this.parts.get(document));
    this.tracked = tracked;
  }

  /** The run of the control behind a bookmark. */
  figure(bookmark: string, words: string): void {
    const found = new RegExp(`(w:name="${bookmark}"/>.*?<w:sdtContent>)(.*?)(</w:sdtContent>)`).exec(
      this.xml,
    );
    const [whole, before, run, behind] = found ?? [];
    if (whole === undefined || run === undefined) throw new Error(`no figure ${bookmark}`);
    const text = [...run.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/g)].map(([, each]) => each).join("");
    const edited = this.runs("", [
      { change: "deleted", text: unescaped(text) },
      { change: "inserted", text: words },
    ]);
    this.xml = this.xml.replace(whole, () => `${before}${edited}${behind}`);
  }

  /** The run that has a text, which only one has. */
  run(text: string, all: readonly Stretch[]): void {
    const runs = [
      ...this.xml.matchAll(/<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t[^>]*>([^<]*)<\/w:t><\/w:r>/g),
    ];
    const found = runs.filter(([, , each = ""]) => unescaped(each) === text);
    const [run] = found;
    if (!run || found.length > 1) throw new Error(`${found.length} runs: ${text}`);
    this.xml = this.xml.replace(run[0], () => this.runs(run[1] ?? "", all));
  }

  /** The whole document, with a pattern replaced wherever it matches. */
  replaceAll(pattern: RegExp, words: string): void {
    this.xml = this.xml.replace(pattern, words);
  }

  replace(before: string, after: string): void {
    if (!this.xml.includes(before)) throw new Error(`not there: ${before}`);
    this.xml = this.xml.replace(before, () => after);
  }

  matches(pattern: RegExp): readonly string[] {
    return pattern.exec(this.xml) ?? [];
  }

  bytes(): Uint8Array {
    return zip(this.parts.set(document, new TextEncoder().encode(this.xml)));
  }

  private runs(look: string, all: readonly Stretch[]): string {
    const run = (text: string, tag: string): string =>
      `<w:r>${look}<w:${tag} xml:space="preserve">${escaped(text)}</w:${tag}></w:r>`;
    if (!this.tracked) {
      const text = textAfter(all);
      return text === "" ? "" : run(text, "t");
    }
    return all
      .map(({ change, text }) => {
        if (change === "kept") return run(text, "t");
        const by = `w:id="${this.revisions++}" w:author="示例主任" w:date="2023-01-05T10:00:00Z"`;
        return change === "inserted"
          ? `<w:ins ${by}>${run(text, "t")}</w:ins>`
          : `<w:del ${by}>${run(text, "delText")}</w:del>`;
      })
      .join("");
  }
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

/** Programs that know no controls, or no bookmarks either. */
export function withoutMarks(docx: Uint8Array, lost: "controls" | "all"): Uint8Array {
  const edits = new WordEdits(docx, false);
  edits.replaceAll(/<w:sdt>.*?<w:sdtContent>(.*?)<\/w:sdtContent><\/w:sdt>/g, "$1");
  if (lost === "all") edits.replaceAll(/<w:bookmark(?:Start|End)[^>]*\/>/g, "");
  return edits.bytes();
}

export function wordsOf({ content }: Pick<WrittenParagraph, "content">): string {
  return content.map((inline) => (inline.kind === "text" ? inline.text : inline.shown)).join("");
}
