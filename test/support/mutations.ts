import fc from "fast-check";

/** A change to a text, as a plain value, so that a failing one can be read. */
export type Mutation =
  | { readonly kind: "delete-lines"; readonly at: number; readonly count: number }
  | { readonly kind: "duplicate-line"; readonly at: number }
  | { readonly kind: "swap-lines"; readonly at: number; readonly other: number }
  | { readonly kind: "indent"; readonly at: number; readonly by: number }
  | { readonly kind: "delete-characters"; readonly at: number; readonly count: number }
  | { readonly kind: "insert"; readonly at: number; readonly text: string }
  | { readonly kind: "replace-value"; readonly at: number; readonly text: string }
  | { readonly kind: "line-ends"; readonly text: string }
  | { readonly kind: "cut"; readonly at: number };

const yamlTokens: readonly string[] = [
  ..."{}[]:,-?&*!|>%@`'\"#~ \t\n\r",
  ...["- ", ": ", "? ", "---\n", "...\n", "%YAML 1.1\n", "<<: ", "&a ", "*a", "!!str ", "!x ", "|\n", ">-\n"],
  ...[
    "：",
    "，",
    "　",
    "null",
    "~",
    "true",
    "1e400",
    "0x1F",
    ".inf",
    "-0",
    "9007199254740993",
    "1_000",
    "''",
  ],
  ...[
    "{ sameAs: patrols }",
    "{ value: 3, period: 2022-Q9 }",
    "[1, 2]",
    "{}",
    "[]",
    "近余",
    "6300余项",
    "约0",
  ],
];

const templateTokens: readonly string[] = [
  ...[
    "{{",
    "}}",
    "{{{",
    "}}}",
    "{{#if ",
    "{{/if}}",
    "{{else}}",
    "{{^}}",
    "{{~",
    "~}}",
    "{{!",
    "{{!--",
    "--}}",
  ],
  ...["{{> ", "{{> demolition}}", "{{#each narrative.plans}}", "{{/each}}", "{{#with office}}", "{{/with}}"],
  ...[
    "{{figure ",
    "{{figure safety.patrols}}",
    "{{this}}",
    "{{../year}}",
    "{{@number}}",
    "{{@root.x}}",
    "\\{{",
  ],
  ...["# ", "## ", "##### ", "###### ", "(", ")", "=", "|", ".", "/", "@", '"', "'", "[", "]", "as |a b|"],
  ...["{{year.length}}", "{{constructor}}", "{{__proto__}}", "{{safety.constructor}}", "{{lookup . 'x'}}"],
];

const hostile: readonly string[] = [
  ..."\0\b\v\f\u001b\u007f\u0085\u061c\u200b\u200e\u2028\u202e\u2066\ue000\ufeff\ufffd\uffff\ud800\udc00",
  ...["\u001b[31m", "\u001b]0;x\u0007", "\r\n", "😀", "𠀀", "e\u0301", "::error::x", "\n::error::x"],
];

const place = fc.nat({ max: 100_000 });
const short = fc.integer({ min: 1, max: 4 });

function mutation(tokens: readonly string[]): fc.Arbitrary<Mutation> {
  const inserted = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...tokens) },
    { weight: 2, arbitrary: fc.constantFrom(...hostile) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
  );
  return fc.oneof(
    fc.record({ kind: fc.constant("delete-lines" as const), at: place, count: short }),
    fc.record({ kind: fc.constant("duplicate-line" as const), at: place }),
    fc.record({ kind: fc.constant("swap-lines" as const), at: place, other: place }),
    fc.record({ kind: fc.constant("indent" as const), at: place, by: fc.integer({ min: -3, max: 3 }) }),
    fc.record({ kind: fc.constant("delete-characters" as const), at: place, count: short }),
    { weight: 4, arbitrary: fc.record({ kind: fc.constant("insert" as const), at: place, text: inserted }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant("replace-value" as const), at: place, text: inserted }),
    },
    fc.record({
      kind: fc.constant("line-ends" as const),
      text: fc.constantFrom("\r\n", "\r", "\n\n", "\u2028"),
    }),
    fc.record({ kind: fc.constant("cut" as const), at: place }),
  );
}

export const yamlMutations: fc.Arbitrary<readonly Mutation[]> = fc.array(mutation(yamlTokens), {
  minLength: 1,
  maxLength: 4,
});

export const templateMutations: fc.Arbitrary<readonly Mutation[]> = fc.array(mutation(templateTokens), {
  minLength: 1,
  maxLength: 4,
});

/** Places beyond the text count on from its beginning. */
export function mutate(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce(apply, text);
}

function apply(text: string, each: Mutation): string {
  const lines = text.split("\n");
  const line = "at" in each ? each.at % lines.length : 0;
  const at = "at" in each ? each.at % (text.length + 1) : 0;
  switch (each.kind) {
    case "delete-lines":
      return lines.toSpliced(line, each.count).join("\n");
    case "duplicate-line":
      return lines.toSpliced(line, 0, lines[line] ?? "").join("\n");
    case "swap-lines": {
      const other = each.other % lines.length;
      return lines
        .with(line, lines[other] ?? "")
        .with(other, lines[line] ?? "")
        .join("\n");
    }
    case "indent":
      return lines.with(line, indented(lines[line] ?? "", each.by)).join("\n");
    case "delete-characters":
      return text.slice(0, at) + text.slice(at + each.count);
    case "insert":
      return text.slice(0, at) + each.text + text.slice(at);
    case "replace-value":
      return lines
        .with(
          line,
          (lines[line] ?? "").replace(/: .*$/, () => `: ${each.text}`),
        )
        .join("\n");
    case "line-ends":
      return lines.join(each.text);
    case "cut":
      return text.slice(0, at);
  }
}

function indented(line: string, by: number): string {
  return by > 0 ? " ".repeat(by) + line : line.slice(Math.min(-by, line.length - line.trimStart().length));
}
