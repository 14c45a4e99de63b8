import { isAbsolute, join } from "node:path";
import { type Cache, nameFor } from "../cache.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { Host } from "../host.ts";
import type { NumbersMet } from "../rules/allowed-numbers.ts";
import type { SourceFile } from "../source/source-file.ts";
import { Evidence, type Reading } from "../workspace/evidence.ts";
import { readSource } from "../workspace/read-source.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { filesOf, fromKept, type KeptDiagnostic, pathsOf, toKept } from "./kept-diagnostic.ts";

/** All that there is to say about a year. */
export interface YearSaid {
  readonly diagnostics: readonly Diagnostic[];
  /** Which of the numbers that may stand in every year it has. */
  readonly numbers: NumbersMet;
}

interface KeptYear {
  readonly readings: readonly Reading[];
  readonly diagnostics: readonly KeptDiagnostic[];
  readonly numbers: NumbersMet;
}

/** As JSON: years share most of their readings. */
interface Kept {
  readonly readings: readonly Reading[];
  readonly years: Readonly<
    Record<string, Omit<KeptYear, "readings"> & { readonly readings: readonly number[] }>
  >;
}

/**
 * What earlier runs said about the years of a workspace, each with all that was read for it: as long as that is as it
 * was, it is said again, and nothing worked out.
 */
export class SaidBefore {
  /** The outside, as what is worked out now has to see it. */
  readonly host: Host;
  private readonly workspace: Workspace;
  private readonly cache: Cache;
  private readonly name: string;
  private readonly before: string | null;
  private readonly years: Map<number, KeptYear>;
  private readonly files = new Map<string, SourceFile>();
  /** What earlier runs read, asked again. */
  private readonly again: Evidence;
  private readonly now: Evidence;

  private constructor(outside: Host, cache: Cache, workspace: Workspace) {
    const { root, schemas, templates, textLimit, wordTemplate } = workspace;
    const settings = [
      root,
      schemas,
      templates,
      textLimit,
      wordTemplate?.name ?? null,
      wordTemplate?.paths ?? null,
    ];
    this.workspace = workspace;
    this.cache = cache;
    this.name = nameFor("said", [JSON.stringify(settings)]);
    this.before = cache.read(this.name);
    this.years = yearsOf(this.before);
    this.again = new Evidence(outside);
    this.now = new Evidence(outside);
    this.host = this.now.host;
  }

  /** Null where nothing is kept; a command that watches has a memory of its own. */
  static of(outside: Host, workspace: Workspace): SaidBefore | null {
    const { cache } = outside;
    return cache && !workspace.memory ? new SaidBefore(outside, cache, workspace) : null;
  }

  /** What was said about a year, where the same would be said now. */
  async about(year: number): Promise<YearSaid | null> {
    const kept = this.years.get(year);
    if (!kept) return null;
    for (const reading of kept.readings) if (!(await this.again.holds(reading))) return null;
    for (const path of kept.diagnostics.flatMap(pathsOf)) await this.find(path);
    const diagnostics = kept.diagnostics.flatMap((each) => fromKept(each, this.files) ?? []);
    return diagnostics.length < kept.diagnostics.length ? null : { diagnostics, numbers: kept.numbers };
  }

  /** Notes what is said about a year now; null where that rests on more than what is read. `reach`: years that it looks at. */
  async note(year: number, said: YearSaid | null, reach: number): Promise<void> {
    const readings = this.now.readings?.filter(({ path }) => this.concerns(path, year, reach));
    this.years.delete(year);
    if (!said || !readings || !(await this.areKnown(said.diagnostics))) return;
    this.years.set(year, { ...said, readings, diagnostics: said.diagnostics.map(toKept) });
  }

  keep(): void {
    const all = new Map<string, number>();
    const years = [...this.years].map(([year, { readings, ...said }]) => {
      const numbers = readings.map((reading) => {
        const key = JSON.stringify(reading);
        const number = all.get(key) ?? all.size;
        all.set(key, number);
        return number;
      });
      return [year, { ...said, readings: numbers }] as const;
    });
    const readings = [...all.keys()].map((key) => JSON.parse(key) as Reading); // As written above.
    const text = JSON.stringify({ readings, years: Object.fromEntries(years) } satisfies Kept);
    if (text !== this.before) this.cache.write(this.name, () => text);
  }

  /** Other years' data is read in the same run. */
  private concerns(path: string, year: number, reach: number): boolean {
    const before = year - Number(/[\\/](\d{4})\.yaml$/.exec(path)?.[1] ?? year);
    const isData = path === join(this.workspace.root, "data", `${year - before}.yaml`);
    return !isData || (before >= 0 && before < reach);
  }

  /** Whether their places can be found again by the paths of their files: a part of a table, or Word's text, is not. */
  private async areKnown(diagnostics: readonly Diagnostic[]): Promise<boolean> {
    for (const file of diagnostics.flatMap(filesOf)) {
      await this.find(file.path);
      if (this.files.get(file.path)?.text !== file.text) return false;
    }
    return true;
  }

  private async find(path: string): Promise<void> {
    if (this.files.has(path)) return;
    const missing = (): Diagnostic => diagnostic("file-unreadable", null, { path, reason: "other" });
    const absolute = isAbsolute(path) ? path : join(this.workspace.root, path);
    const { value } = await readSource(this.again.host, this.workspace, absolute, missing);
    if (value) this.files.set(path, value);
  }
}

function yearsOf(text: string | null): Map<number, KeptYear> {
  if (text === null) return new Map();
  const { readings, years } = JSON.parse(text) as Kept; // This very program wrote it.
  return new Map(
    Object.entries(years).map(([year, said]) => [
      Number(year),
      { ...said, readings: said.readings.flatMap((number) => readings[number] ?? []) },
    ]),
  );
}
