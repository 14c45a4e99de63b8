import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Host } from "../src/host.ts";
import { main } from "../src/main.ts";
import { Evidence, type Reading } from "../src/workspace/evidence.ts";
import { baseFiles } from "./support/case.ts";
import { MemoryCache } from "./support/memory-cache.ts";
import { memoryHost } from "./support/memory-host.ts";

/** FUZZ=100 looks a hundred times as long. */
const longer = Number(process.env.FUZZ ?? 1);
const shipped = baseFiles();
const textOf = (path: string): string => new TextDecoder().decode(shipped.get(path));
const data = textOf("/work/data/2022.yaml");
const template = textOf("/work/templates/report.hbs");
const schema = textOf("/work/schemas/year.schema.json");
const rows = "日期,类型,面积\n2022-03-01,违建,500\n2022-05-02,违建,1000\n";
const ofLedger = data.replace(
  "illegal: 3000余",
  "illegal: { ledger: ledgers/2022.csv, sum: 面积, where: { 类型: 违建 }, period: 日期 }",
);

const ofLastYear = data.replaceAll("2022", "2021");

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the base has no ${from}`);
  return text.replace(from, to);
}

/** What the files of a workspace may be in turn; null: not there. */
const variants: Readonly<Record<string, Readonly<Record<string, string | Uint8Array | null>>>> = {
  "data/2022.yaml": {
    base: data,
    unequal: replaced(data, "patrols: 180", "patrols: 90"),
    staleYear: replaced(data, "成效。", "成效,落实2021年任务。"),
    typedNumber: replaced(data, "考核，", "考核，三次约谈，"),
    typedNumbers: replaced(data, "考核，", "考核，三次约谈，8家共建，"),
    unusedIgnore: replaced(data, "opening: |", "# report-ignore mark-half-width: 原文如此\n  opening: |"),
    usedIgnore: replaced(
      data,
      "成效。",
      "成效，三次约谈,8家共建。 # report-ignore mark-half-width: 原文如此",
    ),
    ledger: ofLedger,
    contradiction: replaced(data, "accidents: 0", "accidents: 0余"),
    comment: `${data}# 备注\n`,
  },
  "data/2021.yaml": {
    none: null,
    base: ofLastYear,
    jump: replaced(ofLastYear, "480余", "4余"),
    otherIgnore: replaced(ofLastYear, "accidents: 0", "accidents: 1 # report-ignore number-typed: 无"),
    empty: "year: 2021\n",
  },
  "data/2023.yaml": { none: null, base: data.replaceAll("2022", "2023") },
  "schemas/year.schema.json": {
    base: schema,
    otherLabel: replaced(schema, "巡查", "巡察"),
    broken: "{",
  },
  "schemas/more.json": { none: null, empty: "{}" },
  "templates/report.hbs": {
    base: template,
    staleYear: replaced(template, "共检查", "2020年共检查"),
    unusedIgnore: replaced(template, "共检查", "{{!-- report-ignore year-stale: 原文 --}}共检查"),
    unclosed: replaced(template, "共检查", "{{#if safety.accidents}}共检查"),
    chart: replaced(template, "{{> demolition}}", "{{chart safety.patrols}}\n{{> demolition}}"),
    lastYear: replaced(
      template,
      "共检查",
      "{{#if (hasYoy safety.patrols)}}{{yoy safety.patrols}}。{{/if}}共检查",
    ),
  },
  "templates/partials/unused.hbs": { none: null, text: "一" },
  "templates/standard.docx": { standard: shippedWord("standard"), letterhead: shippedWord("letterhead") },
  ".report.yaml": {
    none: null,
    error: "rules:\n  mark-half-width: error\n",
    off: "rules:\n  mark-half-width: off\n",
    numbers: "numbers:\n  - { text: 三次约谈, reason: 制度名称 }\n  - { text: 8家共建, reason: 活动名称 }\n",
    letterhead: "template: templates/letterhead.docx\n",
  },
  "ledgers/2022.csv": {
    none: null,
    rows,
    more: `${rows}2022-07-01,违建,700\n`,
    wrongTotal: `${rows}合计,,9999\n`,
  },
};

function shippedWord(name: string): Uint8Array {
  return shipped.get(`/shipped/templates/${name}.docx`) ?? new Uint8Array();
}

/** Compiled schemas and templates are kept, what was said is not. */
class Forgetful extends MemoryCache {
  override write(name: string, make: () => string): void {
    if (!name.startsWith("said-")) super.write(name, make);
  }
}

const forgetful = new Forgetful();

async function check(
  files: ReadonlyMap<string, Uint8Array>,
  args: readonly string[],
  cache: MemoryCache,
): Promise<unknown> {
  const host = memoryHost({ files, cache });
  return { exitCode: await main(["check", ...args], host), ...host.out };
}

interface Edit {
  readonly path: string;
  readonly variant: string;
  readonly args: readonly string[];
}

const someEdit: fc.Arbitrary<Edit> = fc.constantFrom(...Object.keys(variants)).chain((path) =>
  fc.record({
    path: fc.constant(path),
    variant: fc.constantFrom(...Object.keys(variants[path] ?? {})),
    args: fc.constantFrom<string[]>([], [], ["2022"], ["2021..2023"], ["--format", "json"], ["--lang", "en"]),
  }),
);

/** What a year's own findings do not tell of. */
const telling: readonly (readonly [path: string, variant: string][])[] = [
  // The templates' faults are told by every run, and keep a year from being kept.
  [["templates/report.hbs", "unclosed"]],
  // Ignores that another year's findings may need.
  [["data/2022.yaml", "unusedIgnore"]],
  [["templates/report.hbs", "unusedIgnore"]],
  // Numbers that a kept year has.
  [
    [".report.yaml", "numbers"],
    ["data/2022.yaml", "typedNumbers"],
    ["data/2023.yaml", "base"],
  ],
  // A place in a row of a table.
  [
    ["data/2022.yaml", "ledger"],
    ["ledgers/2022.csv", "wrongTotal"],
  ],
];

describe("what was said before", () => {
  it("is what would be said now, whatever was edited in between", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someEdit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const files = baseFiles();
        const remembering = new MemoryCache();
        for (const name of forgetful.kept.keys()) remembering.write(name, () => forgetful.read(name) ?? "");
        for (const { path, variant, args } of edits) {
          const text = variants[path]?.[variant] ?? null;
          if (text === null) files.delete(`/work/${path}`);
          else files.set(`/work/${path}`, typeof text === "string" ? new TextEncoder().encode(text) : text);
          const expected = await check(files, args, forgetful);
          expect(await check(files, args, remembering)).toEqual(expected);
          expect(await check(files, args, remembering)).toEqual(expected);
        }
      }),
      {
        numRuns: 15 * longer,
        examples: telling.map((edits): [Edit[]] => [
          edits.map(([path, variant]) => ({ path, variant, args: [] })),
        ]),
      },
    );
  });

  it("is said again without reading how to check", async () => {
    const cache = new MemoryCache();
    const first = await check(baseFiles(), [], cache);
    cache.evaluate = () => {
      throw new Error("the schema was asked for");
    };
    expect(await check(baseFiles(), [], cache)).toEqual(first);
    const files = baseFiles();
    files.set("/work/data/2022.yaml", new TextEncoder().encode(`${data}# 备注\n`));
    expect(await check(files, [], cache)).toMatchObject({ exitCode: 3 });
  });

  it("is kept for each year: others than the edited one stay", async () => {
    const files = baseFiles();
    const write = (year: number, more: string): void => {
      const text = `${data.replaceAll("2022", String(year))}${more}`;
      files.set(`/work/data/${year}.yaml`, new TextEncoder().encode(text));
    };
    for (const year of [2018, 2019, 2020, 2021]) write(year, "");
    const cache = new MemoryCache();
    await check(files, [], cache);
    write(2019, "# 备注\n");
    const read: string[] = [];
    const host = memoryHost({ files, cache });
    const readBytes: Host["readBytes"] = (path, limits) => {
      read.push(path);
      return host.readBytes(path, limits);
    };
    await main(["check"], { ...host, readBytes });
    const times = (year: number): number => read.filter((path) => path.endsWith(`${year}.yaml`)).length;
    const seen = [2018, 2019, 2020, 2021, 2022].map(times);
    // To see whether it is as it was, and for the words of what was said; once more to be checked, or looked back at.
    expect(seen).toEqual([3, 3, 2, 2, 2]);
  });

  it("is not kept with --no-cache, which has no cache", async () => {
    const host = memoryHost({ files: baseFiles(), cache: null });
    expect(await main(["check"], host)).toBe(0);
  });
});

describe("evidence", () => {
  const limits = { limit: 100, within: "/work" };
  const files = new Map([
    ["/work/a", new TextEncoder().encode("甲")],
    ["/work/b", new Uint8Array(2500)],
  ]);
  const wide = { limit: 5000, within: "/work" };

  async function gathered(outside: Host = memoryHost({ files })): Promise<Evidence> {
    const evidence = new Evidence(outside);
    await evidence.host.readBytes("/work/a", limits);
    await evidence.host.readBytes("/work/b", limits);
    await evidence.host.readBytes("/work/c", limits);
    await evidence.host.readChunks("/work/b", wide, () => true);
    await evidence.host.list("/work");
    return evidence;
  }

  it("holds where all is as it was", async () => {
    const readings = (await gathered()).readings ?? [];
    expect(readings.length).toBe(5);
    const again = new Evidence(memoryHost({ files }));
    for (const reading of readings) expect(await again.holds(reading)).toBe(true);
  });

  it.each([
    ["another text", "a", new TextEncoder().encode("乙"), ["/work/a"]],
    ["as many bytes, one of them another", "b", new Uint8Array(2500).fill(1, 2400, 2401), ["/work/b"]],
    ["a file that is there now", "c", new TextEncoder().encode("丙"), ["/work/c", "/work"]],
  ])("does not hold for %s", async (_, name, bytes, changed) => {
    const readings = (await gathered()).readings ?? [];
    const again = new Evidence(memoryHost({ files: new Map([...files, [`/work/${name}`, bytes]]) }));
    const broken: string[] = [];
    for (const reading of readings) if (!(await again.holds(reading))) broken.push(reading.path);
    expect([...new Set(broken)].sort()).toEqual([...changed].sort());
  });

  it("holds for the beginning of a file whose end is another", async () => {
    const evidence = new Evidence(memoryHost({ files }));
    await evidence.host.readChunks("/work/b", wide, () => false);
    const [beginning] = evidence.readings ?? [];
    const holdsFor = (bytes: Uint8Array): Promise<boolean> =>
      new Evidence(memoryHost({ files: new Map([["/work/b", bytes]]) })).holds(beginning as Reading);
    expect(await holdsFor(new Uint8Array(2500).fill(1, 1000))).toBe(true);
    expect(await holdsFor(new Uint8Array(2500).fill(1, 999))).toBe(false);
    expect(await holdsFor(new Uint8Array(999))).toBe(false);
  });

  it("is none where a file changed while it was gathered, or where more than files was asked", async () => {
    const host = memoryHost({ files });
    const changed = await gathered(host);
    host.files.set("/work/a", new TextEncoder().encode("乙"));
    await changed.host.readBytes("/work/a", limits);
    expect(changed.readings).toBeNull();
    for (const ask of [
      (asked: Host): unknown => asked.stamp("/work/a"),
      (asked: Host): unknown => asked.run("git", [], { cwd: "/work", limit: 1 }),
      (asked: Host): unknown => asked.ask("?"),
    ]) {
      const evidence = await gathered();
      await ask(evidence.host);
      expect(evidence.readings).toBeNull();
    }
  });
});
