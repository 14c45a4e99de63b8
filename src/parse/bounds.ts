/** The library is quadratic in some inputs, so what it is given is bounded first. */
const mostTokens = 200_000;
export const deepest = 100;

/** Counts what the lexer gives, so that a hostile file is refused before it costs time. */
export class Bounds {
  offset = 0;
  private tokens = 0;
  private flow = 0;
  private inLine = 0;

  excess(lexeme: string): "depth" | "size" | null {
    this.offset += /^[\u0002\u0018\u001f\ufeff]$/.test(lexeme) ? 0 : lexeme.length;
    this.tokens++;
    if (lexeme === "[" || lexeme === "{") this.flow++;
    else if (lexeme === "]" || lexeme === "}") this.flow--;
    else if (lexeme === "-" || lexeme === "?") this.inLine++;
    else if (lexeme === "\n" || lexeme === "\r\n") this.inLine = 0;
    if (this.tokens > mostTokens) return "size";
    const indent = /^ +$/.test(lexeme) ? lexeme.length / 2 : 0;
    return this.flow > deepest || this.inLine > deepest || indent > deepest ? "depth" : null;
  }
}
