import { readFileSync, writeFileSync } from "node:fs";
import { peakMegabytes } from "../peak-memory.ts";
import { type ComposedReport, composedSchema } from "./composed-report.ts";

export interface Template {
  readonly path: string;
  readonly bytes: Buffer;
}

export type Fill = (template: Template, report: ComposedReport) => Promise<Uint8Array>;

/** What the bench asks of a process that fills again and again; for so long, and at least so often. */
export interface Turn {
  readonly milliseconds: number;
  readonly fills: number;
}

export interface Taken {
  /** Of each fill. */
  readonly milliseconds: readonly number[];
  /** Of all threads for one fill, on average: says more where others use the machine. */
  readonly processorMilliseconds: number;
  readonly peakMegabytes: number;
}

/**
 * A peer's script. `whole <data.yaml> <template> <out>` does one job from file to file; `serve <data.json> <template>
 * <out>` fills once into a file, then in turns as it is told.
 */
export async function job(fill: Fill): Promise<void> {
  const [task, data = "", path = "", out = ""] = process.argv.slice(2);
  const template = { path, bytes: readFileSync(path) };
  if (task === "whole") return writeFileSync(out, await fill(template, await readChecked(data)));
  const report = JSON.parse(readFileSync(data, "utf8")) as ComposedReport;
  return serve(out, () => fill(template, report));
}

async function readChecked(path: string): Promise<ComposedReport> {
  const { parse } = await import("yaml");
  const { Ajv } = await import("ajv");
  const data: unknown = parse(readFileSync(path, "utf8"));
  const validate = new Ajv({ allErrors: true }).compile<ComposedReport>(composedSchema);
  if (!validate(data)) throw new Error(JSON.stringify(validate.errors));
  return data;
}

/** Fills once into a file, then in turns as the parent process says, until that ends. */
export async function serve(out: string, fill: () => Promise<Uint8Array>): Promise<void> {
  process.on("message", async (turn: Turn) => {
    const taken: number[] = [];
    let sum = 0;
    const before = process.cpuUsage();
    while (sum < turn.milliseconds || taken.length < turn.fills) {
      const begun = process.hrtime.bigint();
      await fill();
      const milliseconds = Number(process.hrtime.bigint() - begun) / 1e6;
      taken.push(milliseconds);
      sum += milliseconds;
    }
    const { user, system } = process.cpuUsage(before);
    process.send?.({
      milliseconds: taken,
      processorMilliseconds: (user + system) / 1000 / taken.length,
      peakMegabytes: peakMegabytes(),
    } satisfies Taken);
  });
  writeFileSync(out, await fill());
  process.send?.("ready");
}
