/** A record of a text file: its cells, its text, and the line that it begins in. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly text: string;
  readonly line: number;
}

export type CsvFault = "quote-open" | "row-too-long";

/** Longer than any row that people write; beyond it a quotation mark has been left open. */
const longest = 1024 * 1024;

/**
 * Separated values as they come (RFC 4180): quoted cells may hold the separator, line breaks and doubled quotation
 * marks. A quotation mark inside an unquoted cell is an ordinary character.
 */
export class CsvReader {
  private rest = "";
  private line = 1;
  /** The next quotation mark in the text at hand; -1: there is none. */
  private quote = 0;
  private readonly separator: string;
  private readonly lineEnd: string;
  private readonly take: (record: CsvRecord) => void;

  /** `lineEnd` is "\n", also where "\r\n" ends the lines, or "\r". */
  constructor(separator: string, lineEnd: "\n" | "\r", take: (record: CsvRecord) => void) {
    this.separator = separator;
    this.lineEnd = lineEnd;
    this.take = take;
  }

  push(text: string): CsvFault | null {
    const all = this.rest + text;
    let at = 0;
    this.quote = 0;
    for (;;) {
      const end = this.recordEnd(all, at);
      if (end < 0) break;
      this.record(all.slice(at, end));
      at = end + 1;
    }
    this.rest = all.slice(at);
    return this.rest.length > longest ? (this.rest.includes('"') ? "quote-open" : "row-too-long") : null;
  }

  end(): CsvFault | null {
    const { rest } = this;
    if (rest === "") return null;
    this.quote = 0;
    if (this.recordEnd(`${rest}${this.lineEnd}`, 0) < 0) return "quote-open";
    this.record(rest);
    return null;
  }

  private recordEnd(text: string, at: number): number {
    const end = text.indexOf(this.lineEnd, at);
    if (this.quote >= 0 && this.quote <= at) this.quote = text.indexOf('"', at);
    return this.quote < 0 || end < 0 || this.quote > end ? end : this.quotedEnd(text, at);
  }

  /** The line end that no quoted cell holds. */
  private quotedEnd(text: string, from: number): number {
    let at = from;
    while (at < text.length) {
      if (text[at] === '"') {
        at = closingQuote(text, at) + 1;
        if (at === 0) return -1;
      }
      const [separator, end] = [text.indexOf(this.separator, at), text.indexOf(this.lineEnd, at)];
      if (end < 0 || separator < 0 || end < separator) return end;
      at = separator + 1;
    }
    return -1;
  }

  private record(text: string): void {
    const { line } = this;
    const bare = text.endsWith("\r") ? text.slice(0, -1) : text;
    const cells = bare.includes('"') ? this.quoted(bare) : bare.split(this.separator);
    this.line += bare.includes(this.lineEnd) ? bare.split(this.lineEnd).length : 1;
    this.take({ cells, text: bare, line });
  }

  private quoted(text: string): readonly string[] {
    return cellStarts(text, this.separator).map((start, index, starts) => {
      const cell = text.slice(start, (starts[index + 1] ?? text.length + 1) - 1);
      if (!cell.startsWith('"')) return cell;
      const end = closingQuote(cell, 0);
      return cell.slice(1, end).replaceAll('""', '"') + cell.slice(end + 1);
    });
  }
}

/** Where the quotation mark closes that opens here; a doubled one does not. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** Where each cell of a record begins. */
export function cellStarts(text: string, separator: string): readonly number[] {
  const starts = [0];
  let at = 0;
  while (at <= text.length) {
    const from = text[at] === '"' ? closingQuote(text, at) + 1 : at;
    const next = text.indexOf(separator, Math.max(from, at));
    if (next < 0) break;
    at = next + 1;
    starts.push(at);
  }
  return starts;
}
