import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Parser, parseDocument, visit } from "yaml";
import { main } from "../src/main.ts";
import { baseFiles } from "./support/case.ts";
import { type MemoryHost, memoryHost } from "./support/memory-host.ts";
import { type Mutation, mutate, yamlMutations } from "./support/mutations.ts";

const path = "/work/data/2022.yaml";
const files = baseFiles();
const valid = new TextDecoder()
  .decode(files.get(path))
  .split("\n")
  .map((line, index) => (/^ +[a-z]+: [^|{]+$/.test(line) ? `${line} # 说明${index},不改` : line))
  .join("\n");

/** Pieces that a fix is for, or that stand in its way. */
const piece = fc.constantFrom(
  ...[
    "一,二",
    "三;四",
    "面积5平米",
    "时速5公里/小时",
    "１２项",
    "2022.1.5",
    "津政发[2022]6号",
    "1万2千项",
    "5-6月",
    "6-7月",
  ],
  ...[
    '他说"好"',
    "“一,二”",
    "《一,二》",
    "中 文",
    "5 项",
    "近5余项",
    "100多次",
    "帐号",
    "其它",
    "（一）",
    "、，",
    "。。",
  ],
  ...[
    "{{figure safety.patrols}} ,",
    "{{office.short}},好",
    "甲  乙",
    "https://a.b/c,d",
    "A,B",
    "1,200项",
    "#,",
    ": ,",
    "'",
    '"',
  ],
);
const places = ["认真", "加强", "完善", "注重"] as const;
const insertions = fc.array(fc.tuple(piece, fc.constantFrom(...places)), {
  minLength: 1,
  maxLength: 4,
});

function insert(text: string, list: readonly (readonly [string, string])[]): string {
  return list.reduce((each, [what, at]) => each.replace(at, `${what}${at}`), text);
}

/**
 * What a fix brings to light: a typed-in number by its unit (5平米 is then 5平方米), `::` as two colons, `''` as
 * marks with nothing between them.
 */
const revealed = ["number-typed", "mark-doubled", "pair-empty"];

type Tried = [[string, (typeof places)[number]][], readonly Mutation[], boolean];

/** Found earlier: behind a date a straight quotation mark is one, also before the date is put right. */
const examples: Tried[] = [
  [
    [
      ["2022.1.5", "认真"],
      ["'", "认真"],
    ],
    [],
    true,
  ],
  [
    [
      ["'", "认真"],
      ["'", "认真"],
    ],
    [],
    false,
  ],
];

interface Codes {
  readonly codes: ReadonlySet<string>;
}

function hostOf(text: string): MemoryHost {
  return memoryHost({ files: new Map([...files, [path, new TextEncoder().encode(text)]]) });
}

function textOf(host: MemoryHost): string {
  return new TextDecoder().decode(host.files.get(path));
}

async function check(text: string): Promise<Codes> {
  const host = hostOf(text);
  await main(["check", "2022", "--format", "json"], host);
  const found = JSON.parse(host.out.stdout) as readonly { readonly code: string }[];
  return { codes: new Set(found.map(({ code }) => code)) };
}

async function fix(text: string): Promise<string> {
  const host = hostOf(text);
  expect(await main(["check", "2022", "--fix"], host)).toBeLessThan(2);
  return textOf(host);
}

/** What a fix may not touch: comments, keys in their order, amounts. */
function kept(text: string): unknown {
  const comments = JSON.stringify([...new Parser().parse(text)]).match(/"type":"comment","[^}]*/g) ?? [];
  const keys: unknown[] = [];
  const document = parseDocument(text, { uniqueKeys: false, logLevel: "silent" });
  visit(document, { Pair: (_, pair) => void keys.push(String(pair.key)) });
  const indicators: unknown = document.errors.length > 0 ? null : document.toJS()?.indicators;
  return {
    comments: comments.map((each) => each.replace(/"(?:offset|indent)":\d+,?/g, "")),
    keys,
    indicators,
  };
}

describe("report check --fix", () => {
  it("leaves nothing to fix, changes nothing else, and brings nothing new", { timeout: 60_000 }, async () => {
    let fixed = 0;
    await fc.assert(
      fc.asyncProperty(
        insertions,
        fc.option(yamlMutations, { freq: 3, nil: [] }),
        fc.boolean(),
        async (list, mutations, isFirst) => {
          const mutated = isFirst
            ? insert(mutate(valid, mutations ?? []), list)
            : mutate(insert(valid, list), mutations ?? []);
          // A mutation may cut a surrogate pair; a file holds none that is alone.
          const text = Buffer.from(mutated).toString();
          const once = await fix(text);
          if (once === text) return;
          fixed++;
          expect(await fix(once)).toBe(once);
          const dry = hostOf(once);
          await main(["check", "2022", "--dry-run"], dry);
          expect(dry.out.stdout).toBe("");
          expect(kept(once)).toEqual(kept(text));
          const [before, after] = [await check(text), await check(once)];
          expect(
            [...after.codes].filter((code) => !before.codes.has(code) && !revealed.includes(code)),
          ).toEqual([]);
        },
      ),
      { numRuns: Number(process.env.FUZZ ?? 1) * 60, examples },
    );
    expect(fixed).toBeGreaterThan(8);
  });

  it("leaves a clean file alone, byte for byte", async () => {
    expect((await check(valid)).codes).toEqual(new Set());
    expect(await fix(valid)).toBe(valid);
  });
});
