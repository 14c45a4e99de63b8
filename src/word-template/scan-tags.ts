/** What a tag does, as far as its own letters tell. */
export type TagKind = "open" | "else" | "close" | "partial" | "body" | "comment" | "print";

export interface Tag {
  readonly kind: TagKind;
  /** `{{…}}` as the parser reads it: straight quotes and plain spaces, letter for letter as long as it stands in the text. */
  readonly source: string;
  /** Of a block (`each`) or of a partial; otherwise empty. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface BraceFault {
  readonly kind: "unclosed" | "unopened" | "full-width" | "raw";
  readonly start: number;
  readonly end: number;
}

export interface Scanned {
  readonly tags: readonly Tag[];
  readonly faults: readonly BraceFault[];
  /** Backslashes that are not text: `\\{{` prints braces, `\\\\{{` a backslash before a tag. */
  readonly escapes: ReadonlySet<number>;
}

/** The tags of a paragraph's text, and the braces that are none and look like one. */
export function scanTags(text: string): Scanned {
  const scanner = new Scanner(text);
  scanner.scan();
  return scanner;
}

class Scanner implements Scanned {
  readonly tags: Tag[] = [];
  readonly faults: BraceFault[] = [];
  readonly escapes = new Set<number>();
  private readonly text: string;
  private readonly marks = /\{\{+|\}\}|｛｛|｝｝/g;

  constructor(text: string) {
    this.text = text;
  }

  scan(): void {
    const { text, marks } = this;
    for (let match = marks.exec(text); match; match = marks.exec(text)) {
      if (match[0].startsWith("{")) this.open(match.index, match[0].length);
      else if (match[0] !== "｝｝" || this.faults.at(-1)?.kind !== "full-width")
        this.faults.push(stray(text, match.index));
    }
  }

  private open(index: number, braces: number): void {
    const { text, marks } = this;
    if (text[index - 1] === "\\") this.escapes.add(index - 1);
    if (isEscaped(text, index)) {
      marks.lastIndex = behindEscaped(text, index);
      return;
    }
    const end = braces > 3 ? null : tagEnd(text, index);
    const found = end === null ? broken(text, index, braces) : tagOf(text, index, end);
    if ("source" in found) this.tags.push(found);
    else this.faults.push(found);
    marks.lastIndex = found.end;
  }
}

/** `\{{` prints braces; a backslash before that one stands for itself. */
function isEscaped(text: string, at: number): boolean {
  return text[at - 1] === "\\" && text[at - 2] !== "\\";
}

/** The braces that close what is escaped are text as well. */
function behindEscaped(text: string, at: number): number {
  const next = /\{\{|\}\}/g;
  next.lastIndex = at + 2;
  const found = next.exec(text);
  return found?.[0] === "}}" ? next.lastIndex : at + 2;
}

/** Behind the braces that close a tag; null where they do not come before the next tag, or at all. */
function tagEnd(text: string, start: number): number | null {
  const comment = /^\{\{~?!(--)?/.exec(text.slice(start, start + 6));
  if (comment) {
    const close = comment[1] ? /--~?\}\}/g : /\}\}/g;
    if (text.lastIndexOf(comment[1] ? "--" : "}}") < start + comment[0].length) return null;
    close.lastIndex = start + comment[0].length;
    return close.exec(text) ? close.lastIndex : null;
  }
  return endOutsideStrings(text, start) ?? plainEnd(text, start);
}

const strings = /^(?:"[^"]*"|'[^']*'|[“”][^“”]*[“”]|[‘’][^‘’]*[‘’])/;

function endOutsideStrings(text: string, start: number): number | null {
  const close = text.startsWith("{{{", start) ? "}}}" : "}}";
  for (let at = start + close.length; at < text.length; at++) {
    if (text.startsWith(close, at)) return at + close.length;
    if (text.startsWith("{{", at)) return null;
    if (/[\s=(\u00a0]/.test(text[at - 1] ?? ""))
      at += Math.max(0, (strings.exec(text.slice(at))?.[0].length ?? 0) - 1);
  }
  return null;
}

/** Where a quotation mark is left open, the parser says so. */
function plainEnd(text: string, start: number): number | null {
  const found = /^\{\{\{?[^{}]*\}\}\}?/.exec(text.slice(start));
  return found ? start + found[0].length : null;
}

/** Of what is wrong; the rest of a long paragraph is not what is meant. */
const longestShown = 60;

function broken(text: string, start: number, braces: number): BraceFault {
  if (braces > 3) {
    const close = text.slice(start, start + longestShown).indexOf("}}}}");
    return { kind: "raw", start, end: start + (close < 0 ? braces : close + 4) };
  }
  const length = /^\{\{+[^{}，。；！？]*\}?/.exec(text.slice(start))?.[0].length ?? braces;
  return { kind: "unclosed", start, end: start + Math.min(length, longestShown) };
}

/** `{figure x}}`: the one brace that opens it belongs to the place. */
function stray(text: string, at: number): BraceFault {
  if (text[at] !== "}") {
    const whole = /^｛｛[^｛｝]*｝｝/.exec(text.slice(at, at + longestShown))?.[0].length ?? 2;
    return { kind: "full-width", start: at, end: at + whole };
  }
  const before = text.slice(Math.max(0, at - longestShown), at);
  const open = /\{[^{}]*$/.exec(before);
  return { kind: "unopened", start: open ? at - before.length + open.index : at, end: at + 2 };
}

function tagOf(text: string, start: number, end: number): Tag {
  const source = plainQuotes(text.slice(start, end).replace(/[\u00a0\u3000\t\n]/g, " "));
  const inner = source.replace(/^\{\{\{?~?\s*|\s*~?\}?\}\}$/g, "");
  const place = { source, start, end };
  if (inner.startsWith("!")) return { kind: "comment", name: "", ...place };
  if (inner === "body") return { kind: "body", name: "", ...place };
  if (/^(?:\^\s*|else\b.*)$/s.test(inner)) return { kind: "else", name: "", ...place };
  const [, mark = "", name = ""] = /^([#^/>]?)[*>]?\s*([^\s{}~]*)/.exec(inner) ?? [];
  if (mark === "#" || mark === "^") return { kind: "open", name, ...place };
  if (mark === "/") return { kind: "close", name, ...place };
  return mark === ">" ? { kind: "partial", name, ...place } : { kind: "print", name: "", ...place };
}

/** Word makes “ ” and ‘ ’ of the quotation marks around an argument. */
function plainQuotes(source: string): string {
  return source.replace(
    /(?<=[\s=(])(?:"[^"]*"|'[^']*'|[“”]([^“”]*)[“”]|[‘’]([^‘’]*)[‘’])/g,
    (whole, double: string | undefined, single: string | undefined) =>
      double !== undefined ? `"${double}"` : single !== undefined ? `'${single}'` : whole,
  );
}
