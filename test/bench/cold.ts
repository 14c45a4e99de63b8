import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { program } from "../support/program.ts";
import { root } from "../support/root.ts";
import { type Command, node, timeProcess, usageOf, withScratch } from "./children.ts";
import { composedReport, linesOf } from "./composed.ts";
import { type Peers, preparePeers } from "./peers.ts";
import { differenceOf } from "./same-text.ts";
import type { Scale } from "./scale.ts";
import { numbers, shown, table, words } from "./section.ts";
import { ratios, rotated, spread } from "./statistics.ts";
import { openReport } from "./warm-figures.ts";

interface Candidate {
  readonly label: string;
  readonly command: Command;
  /** Where it leaves its Word file, or the folder; null where it makes none. */
  readonly out: string | null;
  /** Whether what it has used is that of a process of Node alone. */
  readonly isNode: boolean;
  /** What happens before each run. */
  readonly prepare?: () => void;
}

/** Whole processes from file to file, interleaved, beside starting Node and nothing else. */
export async function cold(scale: Scale): Promise<string> {
  return withScratch(async (scratch) => {
    const text = composedReport((await openReport()).document);
    const peers = await preparePeers(text, scratch);
    const candidates = [...own(scratch), ...ofPeers(peers, scratch)];
    const lines = linesOf(text);
    const faults = candidates.map((candidate) => faultOf(candidate, lines));
    const sound = candidates.filter((_, index) => faults[index] === null);
    const times = rounds(sound, scale.coldRounds);
    const base = times.get(sound[0]?.label ?? "") ?? [];
    const rows = sound.map((candidate) => {
      const own = times.get(candidate.label) ?? [];
      const [took, ratio] = [spread(own), ratios(own, base)];
      candidate.prepare?.();
      const peak = candidate.isNode ? usageOf(candidate.command, scratch).megabytes : Number.NaN;
      const range = `${shown(took.lower)} to ${shown(took.upper)}`;
      return [candidate.label, shown(took.median), range, ratio.median.toFixed(1), shown(peak)];
    });
    const columns = [
      words("process"),
      numbers("median, ms"),
      numbers("quartiles, ms"),
      numbers("× `node -e 0`"),
      numbers("peak MB"),
    ];
    const unsound = candidates.flatMap(({ label }, index) =>
      faults[index] ? `${label}: ${faults[index]}` : [],
    );
    return [
      `Whole processes, medians of ${scale.coldRounds} interleaved rounds; the ratio is the median of the rounds' own.`,
      table(columns, rows),
      ...missing(peers.absent, unsound),
    ].join("\n\n");
  });
}

/** What was not timed, and why. */
export function missing(absent: readonly string[], unsound: readonly string[]): readonly string[] {
  return [
    ...(unsound.length > 0
      ? [`Not timed, since it fails or its text is another: ${unsound.join("; ").replace(/[.。]$/, "")}.`]
      : []),
    ...(absent.length > 0 ? [`Absent: ${absent.join(", ")}.`] : []),
  ];
}

function own(scratch: string): readonly Candidate[] {
  const report = (label: string, out: string | null, ...args: readonly string[]): Candidate => {
    const all = ["-C", root, ...args, ...(out === null ? [] : ["--out", out])];
    const cache = join(scratch, "cache");
    const env = { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
    return { label: `\`report ${label}\``, command: { ...node(program, ...all), env }, out, isNode: true };
  };
  const out = join(scratch, "own");
  const edited = editedWorkspace(scratch);
  return [
    { label: "`node -e 0`", command: node("-e", "0"), out: null, isNode: true },
    report("--version", null, "--version"),
    report("figures 2022", null, "figures", "2022"),
    report("check 2022", null, "check", "2022"),
    {
      ...report("check 2022", null, "-C", edited.root, "check", "2022"),
      label: "`report check 2022`, the data edited",
      prepare: edited.edit,
    },
    report("build 2022", out, "build", "2022"),
    report("build 2022 --no-cache", out, "build", "2022", "--no-cache"),
  ];
}

/** A copy of this workspace, and an edit of its data that is another each time. */
function editedWorkspace(scratch: string): { readonly root: string; readonly edit: () => void } {
  const copy = join(scratch, "edited");
  for (const name of ["data", "schemas", "templates"])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  const path = join(copy, "data", "2022.yaml");
  const text = readFileSync(path, "utf8");
  let edits = 0;
  return { root: copy, edit: () => writeFileSync(path, `${text}# ${edits++}\n`) };
}

function ofPeers({ present, yaml }: Peers, scratch: string): readonly Candidate[] {
  return present.flatMap(({ name, label, installed, bundled, template }) => {
    const out = join(scratch, `${name}-out.docx`);
    const of = (label: string, script: string): Candidate => {
      const command = node(script, "whole", yaml, template, out);
      return { label, command, out, isNode: name !== "pandoc" };
    };
    return [of(label, installed), ...(bundled === null ? [] : [of(`${label}, bundled`, bundled)])];
  });
}

/** Runs it once, and looks at what it has made; null when that is the report. */
function faultOf({ command, out, prepare }: Candidate, lines: readonly string[]): string | null {
  if (out !== null) {
    rmSync(out, { recursive: true, force: true });
    if (!out.endsWith(".docx")) mkdirSync(out);
  }
  try {
    prepare?.();
    timeProcess(command);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (out === null) return null;
  const file = out.endsWith(".docx") ? out : join(out, readdirSync(out)[0] ?? "");
  return existsSync(file) ? differenceOf(readFileSync(file), lines) : "made no file";
}

function rounds(candidates: readonly Candidate[], count: number): ReadonlyMap<string, readonly number[]> {
  const times = new Map(candidates.map(({ label }) => [label, [] as number[]]));
  for (let round = 0; round < count; round++)
    for (const { label, command, prepare } of rotated(candidates, round)) {
      prepare?.();
      times.get(label)?.push(timeProcess(command));
    }
  return times;
}
