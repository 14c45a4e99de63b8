import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Filler, runTask, startFiller, withScratch } from "./children.ts";
import { missing } from "./cold.ts";
import { composedReport, linesOf } from "./composed.ts";
import { serve } from "./peers/job.ts";
import { preparePeers } from "./peers.ts";
import { differenceOf } from "./same-text.ts";
import type { Scale } from "./scale.ts";
import { numbers, shown, table, words } from "./section.ts";
import { median, ratios, rotated, spread } from "./statistics.ts";
import { openReport, type ReportFigures } from "./warm-figures.ts";

interface Candidate {
  readonly label: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly out: string;
}

interface Measured {
  readonly label: string;
  readonly filler: Filler;
  /** The median fill of each turn. */
  readonly turns: number[];
  readonly processor: number[];
  megabytes: number;
}

const turn = { milliseconds: 150, fills: 3 };

/** Many reports in one process and thread, a process for each peer, their turns interleaved; and where our time goes. */
export async function warm(scale: Scale): Promise<string> {
  return withScratch(async (scratch) => {
    const text = composedReport((await openReport()).document);
    const peers = await preparePeers(text, scratch);
    const script = process.argv[1] ?? "";
    const own = (label: string, what: OwnWork): Candidate => {
      const out = join(scratch, `own-${what}.docx`);
      return { label, script, args: ["task", "serve-own", what, out], out };
    };
    const candidates = [
      own("`report`, from YAML to Word", "build"),
      own("`report`, filling only", "fill"),
      ...peers.present.flatMap(({ name, label, installed, template }) => {
        const out = join(scratch, `${name}-out.docx`);
        const args = ["serve", peers.json, template, out];
        // It is a process of its own for every document, and has no warm state.
        return name === "pandoc" ? [] : [{ label, script: installed, args, out }];
      }),
    ];
    const { measured, unsound } = await start(candidates, linesOf(text));
    await inTurns(measured, scale);
    for (const { filler } of measured) await filler.end();
    return [
      `One process and thread each, all else loaded; medians of ${scale.warmRounds} interleaved turns. A peer gets the composed text and fills it in; \`report\` reads, checks, computes and composes it as well.`,
      comparison(measured),
      ...missing(
        peers.absent.filter((each) => !each.startsWith("pandoc")),
        unsound,
      ),
      "Where our time goes, stage by stage (`zip` is a part of `render`):",
      stages(scale),
      "From a save to the result, of a command that watches:",
      watching(scale),
    ].join("\n\n");
  });
}

async function start(
  candidates: readonly Candidate[],
  lines: readonly string[],
): Promise<{ readonly measured: readonly Measured[]; readonly unsound: readonly string[] }> {
  const measured: Measured[] = [];
  const unsound: string[] = [];
  for (const { label, script, args, out } of candidates) {
    try {
      const filler = await startFiller(script, args);
      const difference = differenceOf(readFileSync(out), lines);
      if (difference === null) measured.push({ label, filler, turns: [], processor: [], megabytes: 0 });
      else {
        unsound.push(`${label}: ${difference}`);
        await filler.end();
      }
    } catch (error) {
      unsound.push(`${label}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { measured, unsound };
}

async function inTurns(measured: readonly Measured[], scale: Scale): Promise<void> {
  for (const { filler } of measured) await filler.turn({ milliseconds: scale.warmUpMilliseconds, fills: 5 });
  for (let round = 0; round < scale.warmRounds; round++)
    for (const each of rotated(measured, round)) {
      const { milliseconds, processorMilliseconds, peakMegabytes } = await each.filler.turn(turn);
      each.turns.push(median(milliseconds));
      each.processor.push(processorMilliseconds);
      each.megabytes = peakMegabytes;
    }
}

function comparison(measured: readonly Measured[]): string {
  const columns = [
    words("in process"),
    numbers("median, ms"),
    numbers("quartiles, ms"),
    numbers("documents a second"),
    numbers("× `report`"),
    numbers("processor, ms"),
    numbers("peak MB"),
  ];
  const base = measured[0]?.turns ?? [];
  const rows = measured.map(({ label, turns, processor, megabytes }) => {
    const took = spread(turns);
    const range = `${shown(took.lower)} to ${shown(took.upper)}`;
    const ratio = shown(ratios(turns, base).median);
    const start = [label, shown(took.median), range, shown(1000 / took.median), ratio];
    return [...start, shown(median(processor)), shown(megabytes)];
  });
  return table(columns, rows);
}

function stages({ stageRounds }: Scale): string {
  const warmUp = Math.min(100, stageRounds);
  const { whole, processor, stages: taken } = runTask<ReportFigures>("stages", warmUp, stageRounds);
  const rows: readonly (readonly [string, number])[] = [
    ...Object.entries(taken),
    ["the whole report", whole],
    ["the whole report, of the processor", processor],
  ];
  return table(
    [words("stage"), numbers("median, ms")],
    rows.map(([stage, milliseconds]) => [stage, shown(milliseconds)]),
  );
}

function watching({ stageRounds }: Scale): string {
  const rounds = Math.ceil(stageRounds / 5);
  const rows = ["check", "build"].map((command) => [
    `\`report ${command} --watch\``,
    shown(runTask<number>("watch", command, rounds)),
  ]);
  return table([words("command"), numbers("median, ms")], rows);
}

type OwnWork = "build" | "fill";

/** The process that fills our own report, as those of the peers do. */
export async function serveOwn(what: string, out: string): Promise<void> {
  const report = await openReport();
  return serve(out, what === "fill" ? async () => report.fill() : report.build);
}
