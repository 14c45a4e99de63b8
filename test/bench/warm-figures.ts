import { join } from "node:path";
import { aggregate } from "../../src/aggregate/aggregate.ts";
import { fromLedgers } from "../../src/aggregate/from-ledgers.ts";
import { buildYear, readAll } from "../../src/commands/build.ts";
import { compose } from "../../src/document/compose.ts";
import type { Document } from "../../src/document/document.ts";
import { main } from "../../src/main.ts";
import { unzip } from "../../src/package/unzip.ts";
import { zip } from "../../src/package/zip.ts";
import { decode } from "../../src/parse/decode.ts";
import { parseYaml } from "../../src/parse/parse-yaml.ts";
import { render } from "../../src/render/render.ts";
import { AllowedNumbers } from "../../src/rules/allowed-numbers.ts";
import { checkDocument } from "../../src/rules/check-document.ts";
import { validate } from "../../src/validate/validate.ts";
import { ledgersOf } from "../../src/workspace/open-ledger.ts";
import { openWorkspace, type Workspace } from "../../src/workspace/workspace.ts";
import { filesBelow } from "../support/case.ts";
import { MemoryCache } from "../support/memory-cache.ts";
import { memoryHost } from "../support/memory-host.ts";
import { root } from "../support/root.ts";
import { grownOffice } from "./grown-office.ts";
import { median } from "./statistics.ts";

/** Medians, in milliseconds. `zip` is a part of `render`, with the parts of the template that are else packed once. */
export interface ReportFigures {
  readonly whole: number;
  /** Of the processor, the collector's threads included, on average: says more where others use the machine. */
  readonly processor: number;
  readonly stages: Readonly<Record<Stage, number>>;
}

type Stage = "parse" | "validate" | "aggregate" | "compose" | "rules" | "render" | "zip";

/** The repository's own report of 2022, from bytes to bytes, in this process and thread, nothing kept between rounds. */
export async function measureReport(warmUp: number, rounds: number): Promise<ReportFigures> {
  const report = await openReport();
  for (let round = 0; round < warmUp; round++) {
    await report.build();
    await report.stages();
  }
  const whole: number[] = [];
  const stages: Record<Stage, number[]> = {
    parse: [],
    validate: [],
    aggregate: [],
    compose: [],
    rules: [],
    render: [],
    zip: [],
  };
  const used = process.cpuUsage();
  for (let round = 0; round < rounds; round++) whole.push(await timed(report.build));
  const { user, system } = process.cpuUsage(used);
  for (let round = 0; round < rounds; round++) {
    const taken = await report.stages();
    for (const stage of Object.keys(stages) as readonly Stage[]) stages[stage].push(taken[stage]);
  }
  const medians = Object.entries(stages).map(([stage, times]) => [stage, median(times)] as const);
  return {
    whole: median(whole),
    processor: (user + system) / 1000 / rounds,
    stages: Object.fromEntries(medians) as Record<Stage, number>,
  };
}

export interface Held {
  readonly reports: number;
  /** Of the heap and what it points at outside, after a collection (`--expose-gc`). */
  readonly heldMegabytes: number;
  readonly residentMegabytes: number;
}

/** What is held after each tenth of so many reports in one process. */
export async function measureMemory(reports: number): Promise<readonly Held[]> {
  const { build } = await openReport();
  const held: Held[] = [];
  for (let count = 1; count <= reports; count++) {
    await build();
    if (count % (reports / 10) > 0) continue;
    global.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    const megabytes = (bytes: number): number => bytes / 1024 / 1024;
    held.push({
      reports: count,
      heldMegabytes: megabytes(heapUsed + external),
      residentMegabytes: megabytes(rss),
    });
  }
  return held;
}

/** Medians, in milliseconds. */
export interface CheckFigures {
  /** Nothing is known of what was said before. */
  readonly anew: number;
  /** Since the last check, the latest year was edited. */
  readonly edited: number;
  /** Nothing was. */
  readonly again: number;
}

/** A whole `report check` of an invented office, the reading of its schema and templates included. */
export async function measureCheck(
  indicators: number,
  years: readonly number[],
  rounds: number,
): Promise<CheckFigures> {
  const files = grownOffice(indicators, years);
  const latest = `/work/data/${years.at(-1)}.yaml`;
  const text = new TextDecoder().decode(files.get(latest));
  const cache = new MemoryCache();
  const check = (): Promise<number> => {
    const host = memoryHost({ files, cache });
    return timed(async () => {
      const exitCode = await main(["check", "--lang", "en"], host);
      if (exitCode !== 0) throw new Error(host.out.stderr.slice(0, 2000));
    });
  };
  const times: Record<keyof CheckFigures, number[]> = { anew: [], edited: [], again: [] };
  for (let round = 0; round < rounds; round++) {
    for (const name of cache.kept.keys()) if (name.startsWith("said-")) cache.kept.delete(name);
    times.anew.push(await check());
    files.set(latest, new TextEncoder().encode(`${text}# ${round}\n`));
    times.edited.push(await check());
    times.again.push(await check());
  }
  return { anew: median(times.anew), edited: median(times.edited), again: median(times.again) };
}

/** From a save that is noticed to the result, of a command that watches; the median, in milliseconds. */
export async function measureWatch(command: "check" | "build", rounds: number): Promise<number> {
  const path = "/work/data/2022.yaml";
  const host = memoryHost({ files: ownFiles() });
  const text = new TextDecoder().decode(host.files.get(path));
  const watch = new StopWatch();
  const times: number[] = [];
  const next = async (): Promise<readonly string[] | null> => {
    times.push(watch.lap());
    if (times.length > rounds) return null;
    const edited = text.replace("premises: 480余", `premises: ${480 + times.length * 10}余`);
    host.files.set(path, new TextEncoder().encode(edited));
    watch.lap();
    return [path];
  };
  await main([command, "--watch"], Object.assign(host, { watch: () => ({ next, close: () => undefined }) }));
  // The first run reads everything.
  return median(times.slice(1));
}

export interface OwnReport {
  /** From the bytes of the data to those of the Word file. */
  readonly build: () => Promise<Uint8Array>;
  /** From the composed document to the bytes of the Word file. */
  readonly fill: () => Uint8Array;
  readonly document: Document;
  readonly stages: () => Promise<Readonly<Record<Stage, number>>>;
}

/** The repository's own report of 2022, with what a run reads once read. */
export async function openReport(): Promise<OwnReport> {
  const year = 2022;
  const host = memoryHost({ files: ownFiles() });
  const workspace = (await openWorkspace(host, "/work")).value;
  const inputs = workspace && (await readAll(host, workspace, ["docx"])).value;
  const bytes = host.files.get(`/work/data/${year}.yaml`);
  if (!workspace || !inputs || !bytes) throw new Error("the repository's own workspace cannot be read");
  const ledgers = (of: Workspace): ReturnType<typeof ledgersOf> => ledgersOf(host, of);
  const build = async (): Promise<Uint8Array> => {
    const { value, diagnostics } = await buildYear(host, workspace, year, inputs, ["docx"], new Map());
    if (!value?.[0]) throw new Error(diagnostics.map(({ code }) => code).join(" "));
    return value[0].bytes;
  };
  const composeOnce = async (): Promise<Document> => {
    const parsed = given(parseYaml(given(decode(`data/${year}.yaml`, bytes).value)).value);
    const data = await fromLedgers(validate(parsed, inputs.schema, year), ledgers(workspace));
    return given(compose(given(aggregate(given(data.value)).value), inputs.templates, []).value);
  };
  const document = await composeOnce();
  const fill = (): Uint8Array => given(given(render(document, ["docx"], inputs.word).value)[0]).bytes;
  const stages = async (): Promise<Record<Stage, number>> => {
    const watch = new StopWatch();
    const file = given(decode(`data/${year}.yaml`, bytes).value);
    const parsed = given(parseYaml(file).value);
    const parse = watch.lap();
    const data = validate(parsed, inputs.schema, year);
    const validated = watch.lap();
    const figures = given(aggregate(given((await fromLedgers(data, ledgers(workspace))).value)).value);
    const aggregated = watch.lap();
    const document = given(compose(figures, inputs.templates, []).value);
    const composed = watch.lap();
    checkDocument(document, figures, new AllowedNumbers([]));
    const rules = watch.lap();
    const [report] = given(render(document, ["docx"], inputs.word).value);
    const rendered = watch.lap();
    const unzipped = unzip(given(report).bytes);
    const parts = unzipped.ok ? unzipped.parts : new Map<string, Uint8Array>();
    watch.lap();
    zip(parts);
    const zipped = watch.lap();
    return {
      parse,
      validate: validated,
      aggregate: aggregated,
      compose: composed,
      rules,
      render: rendered,
      zip: zipped,
    };
  };
  return { build, fill, document, stages };
}

function ownFiles(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const name of ["data", "schemas", "templates"])
    for (const [path, bytes] of filesBelow(join(root, name))) files.set(`/work/${name}/${path}`, bytes);
  return files;
}

function given<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("a stage gave nothing");
  return value;
}

class StopWatch {
  private at = process.hrtime.bigint();

  /** Milliseconds since the last lap. */
  lap(): number {
    const now = process.hrtime.bigint();
    const milliseconds = Number(now - this.at) / 1e6;
    this.at = now;
    return milliseconds;
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const watch = new StopWatch();
  await work();
  return watch.lap();
}
