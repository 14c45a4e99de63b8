import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Pattern, PatternBudget, PatternTooSlow } from "../../src/validate/pattern-match.ts";
import { UnusablePattern } from "../../src/validate/pattern-syntax.ts";

function patternOf(source: string): Pattern {
  const budget = new PatternBudget();
  budget.refill();
  return new Pattern(source, budget);
}

const atom = fc.constantFrom(
  ..."abc字.",
  ...["\\d", "\\w", "\\s", "[a-c]", "[^a]", "[\\]x]", "\\p{Script=Han}", "\\u5b57", "\\u{20000}"],
  ...["\\ud840\\udc00", "\\x61", "\\.", "-", "[]", "[^]", "^", "$", "\\b", "\\B", ""],
);
const isEdge = (source: string): boolean => /(?:^|[^\\])[\^$]$|\\[bB]$|^$/.test(source);

const { pattern } = fc.letrec<{ pattern: string; sequence: string; piece: string }>((tie) => ({
  pattern: fc.array(tie("sequence"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("|")),
  sequence: fc.array(tie("piece"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("")),
  piece: fc
    .tuple(
      fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        atom,
        tie("pattern").map((inner) => `(${inner})`),
        tie("pattern").map((inner) => `(?:${inner})`),
        tie("pattern").map((inner) => `(?<n${Math.abs(hash(inner))}>${inner})`),
      ),
      fc.constantFrom("", "", "", "*", "+", "?", "{2}", "{0,2}", "{1,}", "*?", "{0}"),
    )
    .map(([part, repeat]) => (isEdge(part) ? part : part + repeat)),
}));

function hash(text: string): number {
  return [...text].reduce((sum, each) => (sum * 31 + (each.codePointAt(0) ?? 0)) % 1_000_003, 7);
}

const text = fc.string({ unit: fc.constantFrom(..."abcx字1 .\n-]", "𠀀", "\ud800"), maxLength: 5 });

function engineOf(source: string): RegExp | null {
  try {
    return new RegExp(source, "u");
  } catch {
    return null;
  }
}

describe("a pattern of a schema", () => {
  it("is found where the engine's own expression is found", { timeout: 60_000 }, () => {
    let compared = 0;
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 1, maxLength: 6 }), (source, texts) => {
        const engine = engineOf(source);
        fc.pre(engine !== null);
        const own = patternOf(source);
        // V8 looks for \\B between the halves of a surrogate pair, where ECMA-262 has no place to look.
        const fair = /\\b/i.test(source) ? texts.map((each) => each.replaceAll("𠀀", "字")) : texts;
        for (const each of fair) expect([each, own.test(each)]).toEqual([each, engine?.test(each)]);
        compared++;
      }),
      { numRuns: 600 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  it("takes time in proportion to the text, whatever it is", () => {
    for (const source of ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(.*)*x", "^(([a-z])+.)+[A-Z]$"])
      expect(patternOf(source).test(`${"a".repeat(100_000)}!`)).toBe(false);
    expect(patternOf("^(a?){500}a{500}$").test("a".repeat(500))).toBe(true);
    expect(() => patternOf("(.?){2000}x").test("a".repeat(100_000))).toThrow(PatternTooSlow);
  });

  it("is refused where that cannot be promised", () => {
    const faultOf = (source: string): string => {
      try {
        patternOf(source);
        return "none";
      } catch (error) {
        return error instanceof UnusablePattern ? error.fault : "thrown";
      }
    };
    const nested = `${"(".repeat(60)}a${")".repeat(60)}`;
    expect(
      ["(", "(?=a)b", "(?<!a)b", "(a)\\1", "(?<n>a)\\k<n>", "(a{999}){999}", nested].map(faultOf),
    ).toEqual([
      ...["syntax", "look-around", "look-around", "back-reference", "back-reference", "size", "size"],
    ]);
    expect(
      ["^\\d{4}-(0[1-9]|1[0-2])$", "[(?=]", "\\(\\?=", "^[\\u4e00-\\u9fff]{2,30}$"].map(faultOf),
    ).toEqual([...["none", "none", "none", "none"]]);
  });
});
