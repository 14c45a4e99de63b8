import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Host } from "../src/host.ts";
import { main } from "../src/main.ts";
import { Memory, recall } from "../src/memory.ts";
import { casesFolder } from "./support/case.ts";
import { yearsOfBase } from "./support/many-years.ts";
import { type MemoryHost, memoryHost } from "./support/memory-host.ts";
import { mutate, templateMutations, yamlMutations } from "./support/mutations.ts";

/** `FUZZ=10 npx vitest …` looks ten times as long. */
const longer = Number(process.env.FUZZ ?? 1);

type Files = Map<string, Uint8Array>;

/** The text of a file after an edit; null: there is none. */
interface Edit {
  readonly path: string;
  readonly change: (text: string, first: string) => string | null;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Three years, of which the last rests on a ledger, and is ignored something. */
function workspace(): Files {
  const files = yearsOfBase(2020, 2021);
  for (const name of ["data/2022.yaml", "ledgers/2022.csv"])
    files.set(`/work/${name}`, readFileSync(join(casesFolder, "ledger/csv", name)));
  return files;
}

const first = workspace();

function apply(files: Files, { path, change }: Edit): void {
  const text = decoder.decode(files.get(path));
  const changed = change(text, decoder.decode(first.get(path)));
  if (changed === null) files.delete(path);
  else files.set(path, encoder.encode(changed));
}

interface Step {
  readonly files: Files;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a watching command says and has written after each edit. A step without words is one that it found to change nothing. */
async function watched(argv: readonly string[], edits: readonly Edit[]): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const left = [...edits];
  const host: MemoryHost = memoryHost({ files: workspace() });
  const next = async (): Promise<readonly string[] | null> => {
    steps.push({ files: new Map(host.files), ...host.out });
    host.out.stdout = "";
    host.out.stderr = "";
    const edit = left.shift();
    if (!edit) return null;
    apply(host.files, edit);
    return [edit.path];
  };
  const watch: Host["watch"] = () => ({ next, close: () => undefined });
  // The same object, so that `out` is seen.
  await main([...argv, "--watch", "--lang", "en"], Object.assign(host, { watch }));
  return steps;
}

function withoutWatch(stderr: string): string {
  return stderr
    .replace(/^\n(?:\S+ (?:saved|added|removed)\n)+/, "")
    .replace(/waiting for a save \(Ctrl-C ends\)\n$/, "");
}

const data = [2020, 2021, 2022].map((year) => `/work/data/${year}.yaml`);
const templates = ["/work/templates/report.hbs", "/work/templates/partials/demolition.hbs"];
const configs = [
  null,
  "rules:\n  last-year-unchanged: off\n",
  "rules:\n  last-year-jump: error\n  section-empty: off\n",
  "numbers:\n  - text: 3项制度\n    reason: 名称\n",
  "rules: 3\n",
];

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ path: fc.constantFrom(...data), by: yamlMutations }).map(({ path, by }) => ({
    path,
    change: (text: string) => mutate(text, by),
  })),
  fc.record({ path: fc.constantFrom(...templates), by: templateMutations }).map(({ path, by }) => ({
    path,
    change: (text: string) => mutate(text, by),
  })),
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(...data, ...templates, "/work/schemas/year.schema.json", "/work/ledgers/2022.csv")
      .map((path) => ({ path, change: (_: string, original: string) => original })),
  },
  fc.constantFrom(...data, ...templates).map((path) => ({ path, change: () => null })),
  fc.constantFrom(...data).map((path) => ({
    path,
    change: (text: string) =>
      text
        .replace(/briefings: .*/, "$& # report-ignore last-year-unchanged: 每年都一样")
        .replace("opening: |\n", "opening: |\n    落实3项制度。\n"),
  })),
  fc.constantFrom(...configs).map((text) => ({ path: "/work/.report.yaml", change: () => text })),
  fc.constantFrom('"unit": "件"', '"unit": "起",').map((unit) => ({
    path: "/work/schemas/year.schema.json",
    change: (text: string) => text.replace('"unit": "起"', unit),
  })),
  fc.nat({ max: 9 }).map((digit) => ({
    path: "/work/ledgers/2022.csv",
    change: (text: string) => text.replace(/,300,/, `,30${digit},`),
  })),
);

describe("a run that remembers", () => {
  it("says what a run says that does not: check", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        let shown: Step | undefined;
        for (const step of await watched(["check"], edits)) {
          if (step.stderr !== "") shown = step;
          const fresh = memoryHost({ files: step.files });
          await main(["check", "--lang", "en"], fresh);
          expect(shown?.stdout).toBe(fresh.out.stdout);
          expect(withoutWatch(shown?.stderr ?? "")).toBe(fresh.out.stderr);
        }
      }),
      { numRuns: 8 * longer },
    );
  });

  it("writes what a run writes that does not: build", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        let shown: Step | undefined;
        const argv = ["build", "2022", "--format", "docx,md"];
        for (const step of await watched(argv, edits)) {
          if (step.stderr !== "") shown = step;
          const inputs = new Map([...step.files].filter(([path]) => !path.startsWith("/work/out/")));
          const fresh = memoryHost({ files: inputs });
          await main([...argv, "--lang", "en"], fresh);
          expect(withoutWatch(shown?.stderr ?? "")).toBe(fresh.out.stderr);
          const reports = [...fresh.files].filter(([path]) => !inputs.has(path));
          for (const [path, bytes] of reports)
            expect(step.files.get(path) && Buffer.compare(bytes, step.files.get(path) ?? bytes)).toBe(0);
        }
      }),
      { numRuns: 6 * longer },
    );
  });
});

describe("what was needed", () => {
  it("stays needed when its year is not done again", async () => {
    const config: Edit = {
      path: "/work/.report.yaml",
      change: () => "numbers:\n  - text: 3项制度\n    reason: 名称\n  - text: 9项制度\n    reason: 名称\n",
    };
    const use: Edit = {
      path: "/work/data/2020.yaml",
      change: (text) =>
        text
          .replace("opening: |\n", "opening: |\n    落实3项制度，检查30余家。\n")
          .replace(/^(\s*)premises: .*$/m, "$& # report-ignore last-year-unchanged: 没有上一年")
          .replace(/^narrative:/m, "narrative: # report-ignore number-typed: 名称"),
    };
    const other: Edit = {
      path: "/work/data/2021.yaml",
      change: (text) => text.replace("480余", "490余"),
    };
    const steps = await watched(["check"], [config, use, other]);
    const unused = steps.map(({ stderr }) => stderr.match(/(?<=-unused: ).*/g));
    const idle = ["3项制度", "9项制度"].map((text) => expect.stringContaining(text));
    const left = [expect.stringContaining("last-year-unchanged"), idle[1]];
    expect(unused).toEqual([null, idle, left, left]);
  });
});

describe("only what depends on the changed file is done again", () => {
  afterEach(() => void vi.restoreAllMocks());

  /** How often each stage was done for an edit, of 2020 to 2024, after everything was done once. */
  async function done(edits: readonly Edit[]): Promise<Readonly<Record<string, number>>> {
    let counts: Record<string, number> = {};
    const keep = Memory.prototype.keep;
    vi.spyOn(Memory.prototype, "keep").mockImplementation(function <R>(
      this: Memory,
      stage: unknown,
      inputs: readonly unknown[],
      make: () => R,
    ): R {
      const name = typeof stage === "function" ? stage.name : "";
      return keep.call(this, stage, inputs, () => {
        counts[name] = (counts[name] ?? 0) + 1;
        return make();
      }) as R;
    });
    const host = memoryHost({ files: yearsOfBase(2020, 2024), cache: null });
    const left = [...edits];
    const next = async (): Promise<readonly string[] | null> => {
      const each = left.shift();
      if (!each) return null;
      counts = {};
      apply(host.files, each);
      return [each.path];
    };
    const watch: Host["watch"] = () => ({ next, close: () => undefined });
    await main(["check", "--watch"], Object.assign(host, { watch }));
    return counts;
  }

  const replace = (path: string, from: string, to: string): Edit => ({
    path,
    change: (text) => text.replace(from, to),
  });
  const everyStage = {
    decode: 1,
    parseYaml: 1,
    validated: 1,
    fromLedgers: 1,
    aggregated: 1,
    earlierYear: 1,
    composeAndCheck: 2,
    checkWith: 2,
    compareYears: 2,
  };

  it("a year: the year, and what the next says beside it", async () => {
    expect(await done([replace("/work/data/2022.yaml", "480余", "490余")])).toEqual(everyStage);
  });

  it("the last year: nothing else", async () => {
    const { earlierYear: _, ...rest } = everyStage;
    expect(await done([replace("/work/data/2024.yaml", "480余", "490余")])).toEqual({
      ...rest,
      composeAndCheck: 1,
      checkWith: 1,
      compareYears: 1,
    });
  });

  it("a template: every document, no figure", async () => {
    expect(await done([replace("/work/templates/report.hbs", "工作", "重点工作")])).toEqual({
      decode: 1,
      templatesOf: 1,
      joined: 1,
      composeAndCheck: 5,
      checkWith: 5,
    });
  });

  it("the configuration: what it says, which is applied to what is known", async () => {
    const off: Edit = { path: "/work/.report.yaml", change: () => "rules:\n  last-year-unchanged: off\n" };
    expect(await done([off])).toEqual({ decode: 1, configOf: 1 });
  });

  it("a schema: everything but reading the YAML", async () => {
    const { decode, compileSchema, parseYaml, validated, composeAndCheck } = await done([
      replace("/work/schemas/year.schema.json", '"unit": "起"', '"unit": "件"'),
    ]);
    expect({ decode, compileSchema, parseYaml, validated, composeAndCheck }).toEqual({
      decode: 1,
      compileSchema: 1,
      parseYaml: undefined,
      validated: 5,
      composeAndCheck: 5,
    });
  });

  it("an edit that is taken back: nothing", async () => {
    const edits = [
      replace("/work/data/2022.yaml", "480余", "490余"),
      replace("/work/data/2022.yaml", "490余", "480余"),
    ];
    expect(await done(edits)).toEqual({});
  });
});

describe("a memory", () => {
  it("knows bytes, lists and maps by what they hold, and other things by themselves", () => {
    const memory = new Memory();
    const stage = vi.fn((...inputs: readonly unknown[]) => ({ inputs }));
    const thing = {};
    const ask = (...inputs: readonly unknown[]): unknown => recall(memory, stage, ...inputs);
    const known = ask("a", new Uint8Array([1, 2]), [thing, null], new Map([["k", thing]]));
    expect(ask("a", new Uint8Array([1, 2]), [thing, null], new Map([["k", thing]]))).toBe(known);
    expect(stage).toHaveBeenCalledTimes(1);
    ask("a", new Uint8Array([1, 3]), [thing, null], new Map([["k", thing]]));
    ask("a", new Uint8Array([1, 2]), [{}, null], new Map([["k", thing]]));
    ask("a", new Uint8Array([1, 2]), [thing], new Map([["k", thing]]));
    ask("a", new Uint8Array([1, 2]), [thing, null], new Map([["other", thing]]));
    expect(stage).toHaveBeenCalledTimes(5);
  });

  it("forgets what has long not been asked for", () => {
    const memory = new Memory();
    const stage = vi.fn((text: string) => text);
    recall(memory, stage, "kept");
    recall(memory, stage, "forgotten");
    for (let run = 0; run < 5; run++) {
      memory.endRun();
      recall(memory, stage, "kept");
    }
    expect(stage).toHaveBeenCalledTimes(2);
    recall(memory, stage, "forgotten");
    expect(stage).toHaveBeenCalledTimes(3);
  });
});
