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
    let [tried, compared] = [0, 0];
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 1, maxLength: 6 }), (source, texts) => {
        tried++;
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
    expect(compared / tried).toBeGreaterThan(0.8);
  });

  it("takes time in proportion to the text, whatever it is", () => {
    for (const source of ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(.*)*x", "^(([a-z])+.)+[A-Z]$"])
      expect(patternOf(source).test(`${"a".repeat(20_000)}!`)).toBe(false);
    expect(patternOf("^(a?){500}a{500}$").test("a".repeat(500))).toBe(true);
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

  it.each<readonly [string, ...(readonly string[])]>([
    ["^a+$", "", "a", "aa", "b"],
    ["^a+?$", "", "a", "aa", "b"],
    ["^a*$", "", "a", "aa", "b"],
    ["^a*?$", "", "aa", "b"],
    ["^a?$", "", "a", "aa"],
    ["^a??$", "", "a", "aa"],
    ["^a{2}$", "a", "aa", "aaa"],
    ["^a{2}?$", "a", "aa", "aaa"],
    ["^a{12}$", "a".repeat(11), "a".repeat(12), "a".repeat(13)],
    ["^a{2,}$", "a", "aa", "aaaa"],
    ["^a{2,}?$", "a", "aa", "aaaa"],
    ["^a{1,3}$", "", "a", "aaa", "aaaa"],
    ["^a{2,11}$", "a", "aa", "a".repeat(11), "a".repeat(12)],
    ["^a{0}$", "", "a"],
    ["^(?:ab|c)d$", "abd", "cd", "ab", "abcd"],
    ["^(?<name>ab){2}$", "ab", "abab"],
    ["^(ab)c$", "abc", "ab"],
    ["^(|a)b$", "b", "ab", "aab"],
    ["^[ab\\]]{2}$", "a]", "]]", "a", "\\\\"],
    ["^[^a-c]$", "a", "d", "^"],
    ["^[(|)*]+$", "(|)*", "a"],
    ["^\\ud840\\udc00$", "\u{20000}", "\ud840", "u"],
    ["^\\uDBFF\\uDFFF{2}$", "\u{10ffff}\u{10ffff}", "\u{10ffff}"],
    ["^\\ud9ab\\udcef$", String.fromCodePoint(0x7acef), "\ud9ab"],
    ["^\\uDAAB\\uDDEF$", String.fromCodePoint(0xbadef)],
    ["^\\ud83d$", "\ud83d", "\ud83e"],
    ["^\\u{20000}$", "\u{20000}", "u"],
    ["^\\u{1F600}{2}$", "\u{1F600}\u{1F600}", "\u{1F600}"],
    ["^\\u{61}$", "a", "b"],
    ["^\\u5b57{2}$", "字字", "字"],
    ["^\\x61{2}$", "aa", "a"],
    ["^\\x7A$", "z", "x7A"],
    ["^\\p{Script=Han}{2}$", "字字", "字", "ab"],
    ["^\\P{L}$", "1", "a"],
    ["^\\pL$|^\\p{Lu}+$", "AB", "ab"],
    ["^\\cJ$", "\n", "J", "c"],
    ["^\\cz{2}$", "\x1a\x1a", "\x1a"],
    ["^a\nb$", "a\nb", "anb"],
    ["^.$", "\u{20000}", "\n", "ab"],
    ["^\\.\\*\\($", ".*(", "a*("],
    ["^\\d\\D\\w\\W\\s\\S$", "1a1 \t1", "aaaaaa"],
    ["a|^b$", "ca", "b", "bc", "cb"],
    ["^$", "", "a"],
    ["a$", "ba", "ab"],
    ["^a", "ab", "ba"],
    ["\\bab\\b", "ab", " ab ", "cab", "abc", "字ab字", "_ab"],
    ["\\Bb\\B", "b", "abc", "ab", "bc", "字b字"],
    ["^(a?){3}b$", "b", "aaab", "aaaab"],
    ["^(a*)*$", "", "aaa", "ab"],
    ["(x+x+)+y", "xxxx", "xxxxy"],
  ])("%j is found in the same texts as the engine finds it", (source, ...texts) => {
    const engine = engineOf(source);
    if (!engine) return;
    const own = patternOf(source);
    for (const each of texts) expect([each, own.test(each)]).toEqual([each, engine.test(each)]);
  });

  it("may be as large as five thousand steps, and as deep as fifty brackets", () => {
    const nested = (depth: number): string => `${"(".repeat(depth)}a${")".repeat(depth)}`;
    for (const fits of ["a{5001}", "b|a{4997}", "(?:b|a{4995}c)", nested(50)])
      expect(() => patternOf(fits)).not.toThrow();
    for (const large of ["a{5002}", "b|a{4998}", nested(51)])
      expect(() => patternOf(large)).toThrow(UnusablePattern);
  });

  it("spends what it is given and not a step more", () => {
    const budget = new PatternBudget();
    const empty = new Pattern("", budget);
    expect(() => empty.test("")).toThrow(PatternTooSlow);
    budget.left = 1;
    expect(empty.test("")).toBe(true);
    expect(() => empty.test("")).toThrow(PatternTooSlow);
    budget.refill();
    expect([empty.test("a"), budget.left]).toEqual([true, 19_999_999]);
    expect(String(new Pattern("a|b", budget))).toBe("a|b");
  });

  it("names what cannot be used, and why", () => {
    const reasonOf = (source: string): readonly [string, string] | null => {
      try {
        patternOf(source);
        return null;
      } catch (error) {
        return error instanceof UnusablePattern ? [error.pattern, error.fault] : null;
      }
    };
    for (const [source, fault] of [
      ["[", "syntax"],
      ["a(?=b)", "look-around"],
      ["a(?!b)", "look-around"],
      ["(?<=a)b", "look-around"],
      ["(?<!a)b", "look-around"],
      ["(a)(b)\\2", "back-reference"],
      ["(?<n>a)\\k<n>", "back-reference"],
      ["a{9999}", "size"],
      ["b|a{4998}", "size"],
    ] as const)
      expect(reasonOf(source)).toEqual([source, fault]);
  });
});
