import type { Document } from "../../document/document.ts";
import type { StoryPiece } from "../../document/story.ts";
import type { Look } from "../../word-template/atoms.ts";
import type { Story } from "../../word-template/read-word-template.ts";
import type { LookRange, Mark } from "../../word-template/source-builder.ts";
import { bodyXml, type Writing } from "./body.ts";
import { figureXml, hinted, runContent } from "./inlines.ts";

const noLook: Look = { rPr: "" };

/** A part of the template with what its tags give, and the report's blocks at `{{body}}`. */
export function fillStory(
  { marks, looks }: Story,
  content: readonly StoryPiece[],
  document: Document,
  writing: Writing,
): string {
  const filler = new Filler(marks, looks, document, writing);
  for (const piece of content) filler.take(piece);
  return filler.xml;
}

/** What a part without tags gives: all that stands in it, in order. */
export function plainContent({ template, marks }: Story): readonly StoryPiece[] {
  const { text } = template.text;
  if (text === "") return marks.map((_, mark) => ({ kind: "mark", mark }));
  return [...text.matchAll(/\u0001(=?\d*)\u0002|[^\u0001\n]+/g)].flatMap(
    ({ 0: whole, 1: mark, index }): StoryPiece[] => {
      if (mark === undefined)
        return [{ kind: "words", text: whole, at: template.spanOf(index, index + 1).start }];
      return mark === "" || mark.startsWith("=") ? [] : [{ kind: "mark", mark: Number(mark) }];
    },
  );
}

class Filler {
  private readonly out: string[] = [];
  private readonly marks: readonly Mark[];
  private readonly looks: readonly LookRange[];
  private readonly document: Document;
  private readonly writing: Writing;
  /** Properties of the run that is open. */
  private run: string | null = null;
  /** Of the run that opened the tag. */
  private look: Look = noLook;

  constructor(marks: readonly Mark[], looks: readonly LookRange[], document: Document, writing: Writing) {
    this.marks = marks;
    this.looks = looks.toSorted((a, b) => a.start - b.start);
    this.document = document;
    this.writing = writing;
  }

  get xml(): string {
    this.close();
    return this.out.join("");
  }

  take(piece: StoryPiece): void {
    this.write(piece);
    this.writing.recorder.piece(piece);
  }

  private write(piece: StoryPiece): void {
    if (piece.kind === "mark") this.mark(this.marks[piece.mark]);
    else if (piece.kind === "words") this.words(piece.text, piece.at);
    else if (piece.kind === "text") this.put(hinted(this.look.rPr, piece.text), runContent(piece.text));
    else if (piece.kind === "break") this.put(this.look.rPr, "<w:br/>");
    else if (piece.kind === "blocks") this.between(bodyXml(piece, this.writing));
    else if (piece.kind === "figure")
      this.between(figureXml(piece.figure, piece.shown, this.writing.marks, this.look.rPr));
  }

  private mark(mark: Mark | undefined): void {
    const { recorder } = this.writing;
    if (mark?.kind === "xml") {
      this.between(mark.xml);
      recorder.notes(mark.notes);
    } else if (mark?.kind === "run") {
      this.put(mark.look.rPr, mark.xml);
      recorder.run(mark.xml);
    } else if (mark?.kind === "begin") this.look = mark.look;
    else if (mark?.kind === "end") this.look = noLook;
    else if (mark?.kind === "body") {
      this.between(bodyXml(this.document, this.writing));
      recorder.blocks(this.document.blocks);
    }
  }

  /** The template's own words, each in its look. */
  private words(text: string, at: number): void {
    let done = 0;
    for (const { start, end, look } of this.looksOf(at, at + text.length)) {
      const from = Math.max(start - at, done);
      const to = Math.min(end - at, text.length);
      this.put(look.rPr, runContent(text.slice(from, to)));
      done = to;
    }
    if (done < text.length) this.put("", runContent(text.slice(done)));
  }

  private looksOf(start: number, end: number): readonly LookRange[] {
    let [low, high] = [0, this.looks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.looks[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const found: LookRange[] = [];
    for (let index = low; (this.looks[index]?.start ?? end) < end; index++) {
      const range = this.looks[index];
      if (range) found.push(range);
    }
    return found;
  }

  private put(rPr: string, xml: string): void {
    if (xml === "") return;
    if (this.run !== rPr) {
      this.close();
      this.out.push(`<w:r>${rPr}`);
      this.run = rPr;
    }
    this.out.push(xml);
  }

  private between(xml: string): void {
    this.close();
    this.out.push(xml);
  }

  private close(): void {
    if (this.run !== null) this.out.push("</w:r>");
    this.run = null;
  }
}
