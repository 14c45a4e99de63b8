import { type Edge, type PatternNode, parsePattern, UnusablePattern } from "./pattern-syntax.ts";

/** What one check of a file may spend on patterns; set anew before each. */
export class PatternBudget {
  left = 0;

  refill(): void {
    this.left = 20_000_000;
  }
}

export class PatternTooSlow extends Error {
  readonly pattern: string;

  constructor(pattern: string) {
    super("pattern: too slow");
    this.pattern = pattern;
  }
}

/** One step of a matcher: takes a code point, holds at an edge, goes on in several ways, or is the end. */
type Step =
  | { readonly kind: "atom"; readonly takes: (character: string) => boolean }
  | { readonly kind: "edge"; readonly which: Edge }
  | { readonly kind: "ways"; readonly to: number[] }
  | { readonly kind: "end" };

const mostSteps = 5000;

/** A pattern that is matched in time linear in the text, whatever the pattern (Thompson 1968). */
export class Pattern {
  private readonly source: string;
  private readonly budget: PatternBudget;
  private readonly steps: Step[] = [];
  private readonly atoms = new Map<string, (character: string) => boolean>();
  /** For each step, the position of the text at which it was last reached. */
  private readonly reached: Int32Array;

  constructor(source: string, budget: PatternBudget) {
    this.source = source;
    this.budget = budget;
    this.add(parsePattern(source));
    this.steps.push({ kind: "end" });
    this.reached = new Int32Array(this.steps.length);
  }

  /** The library tells patterns apart by this. */
  toString(): string {
    return this.source;
  }

  /** Whether the pattern is found anywhere in the text. */
  test(text: string): boolean {
    const characters = [...text];
    this.reached.fill(-1);
    let now: number[] = [];
    for (let at = 0; at <= characters.length; at++) {
      if (this.reach(0, at, characters, now)) return true;
      const character = characters[at];
      if (character === undefined) return false;
      const next: number[] = [];
      for (const index of now) {
        const step = this.steps[index];
        if (step?.kind !== "atom" || !step.takes(character)) continue;
        if (this.reach(index + 1, at + 1, characters, next)) return true;
      }
      now = next;
    }
    return false;
  }

  /** Follows what takes nothing, from a step on; true where that leads to the end. */
  private reach(from: number, at: number, characters: readonly string[], found: number[]): boolean {
    const open = [from];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      if (--this.budget.left < 0) throw new PatternTooSlow(this.source);
      if (this.reached[index] === at) continue;
      this.reached[index] = at;
      const step = this.steps[index];
      if (!step || step.kind === "end") return true;
      if (step.kind === "atom") found.push(index);
      else if (step.kind === "ways") open.push(...step.to);
      else if (holds(step.which, characters[at - 1], characters[at])) open.push(index + 1);
    }
    return false;
  }

  private add(node: PatternNode): void {
    if (this.steps.length > mostSteps) throw new UnusablePattern(this.source, "size");
    switch (node.kind) {
      case "atom":
        this.steps.push({ kind: "atom", takes: this.atom(node.source) });
        break;
      case "edge":
        this.steps.push(node);
        break;
      case "sequence":
        for (const part of node.parts) this.add(part);
        break;
      case "choice":
        this.addChoice(node.parts);
        break;
      case "repeat":
        this.addRepeat(node);
    }
  }

  private addChoice(parts: readonly PatternNode[]): void {
    const [only] = parts;
    if (only && parts.length === 1) {
      this.add(only);
      return;
    }
    const ways = this.addWays();
    const ends: number[][] = [];
    for (const part of parts) {
      ways.push(this.steps.length);
      this.add(part);
      ends.push(this.addWays());
    }
    for (const end of ends) end.push(this.steps.length);
  }

  private addRepeat({ part, least, most }: Extract<PatternNode, { kind: "repeat" }>): void {
    for (let round = 0; round < least; round++) this.add(part);
    if (most === Number.POSITIVE_INFINITY) {
      const start = this.steps.length;
      const ways = this.addWays();
      ways.push(start + 1);
      this.add(part);
      this.addWays().push(start);
      ways.push(this.steps.length);
      return;
    }
    const ends: number[][] = [];
    for (let round = least; round < most; round++) {
      const ways = this.addWays();
      ways.push(this.steps.length);
      ends.push(ways);
      this.add(part);
    }
    for (const end of ends) end.push(this.steps.length);
  }

  private addWays(): number[] {
    if (this.steps.length > mostSteps) throw new UnusablePattern(this.source, "size");
    const to: number[] = [];
    this.steps.push({ kind: "ways", to });
    return to;
  }

  private atom(source: string): (character: string) => boolean {
    const known = this.atoms.get(source);
    if (known) return known;
    const expression = new RegExp(`^(?:${source})$`, "u");
    const answers = new Map<string, boolean>();
    const takes = (character: string): boolean => {
      const answer = answers.get(character) ?? expression.test(character);
      answers.set(character, answer);
      return answer;
    };
    this.atoms.set(source, takes);
    return takes;
  }
}

function holds(edge: Edge, before: string | undefined, after: string | undefined): boolean {
  if (edge === "^") return before === undefined;
  if (edge === "$") return after === undefined;
  const isWord = (each: string | undefined): boolean => each !== undefined && /^\w$/.test(each);
  return (isWord(before) !== isWord(after)) === (edge === "\\b");
}
