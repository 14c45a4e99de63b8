/** The library is quadratic in some inputs, so what it is given is bounded first. */
const mostTokens = 200_000;
export const deepest = 100;

/** Marks of the lexer's own, and the byte order mark. */
const notWritten: ReadonlySet<string> = new Set("\u0002\u0018\u001f\ufeff");

/** Counts what the lexer gives, so that a hostile file is refused before it costs time. */
export class Bounds {
  offset = 0;
  private tokens = 0;
  private flow = 0;
  private inLine = 0;

  excess(lexeme: string): "depth" | "size" | null {
    if (lexeme.length === 1) this.takeMark(lexeme);
    else {
      this.offset += lexeme.length;
      if (lexeme === "\r\n") this.inLine = 0;
    }
    this.tokens++;
    if (this.tokens > mostTokens) return "size";
    const isDeep = lexeme.length > deepest * 2 && /^ +$/.test(lexeme);
    return this.flow > deepest || this.inLine > deepest || isDeep ? "depth" : null;
  }

  private takeMark(mark: string): void {
    if (!notWritten.has(mark)) this.offset++;
    if (mark === "[" || mark === "{") this.flow++;
    else if (mark === "]" || mark === "}") this.flow--;
    else if (mark === "-" || mark === "?") this.inLine++;
    else if (mark === "\n") this.inLine = 0;
  }
}
