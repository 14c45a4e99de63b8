import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/root.ts";
import { cold } from "./cold.ts";
import { grow, indicators, years } from "./growth.ts";
import { ledgers, makeLedgerIn, readLedgerIn } from "./ledgers.ts";
import { circumstancesLine, load } from "./machine.ts";
import { reports } from "./reports.ts";
import { type Scale, scales } from "./scale.ts";
import { type PartName, partNames, withSection } from "./section.ts";
import { soak, soakOffices } from "./soak.ts";
import { serveOwn, warm } from "./warm.ts";
import { measureMemory, measureReport, measureWatch } from "./warm-figures.ts";

/**
 * `npm run bench [-- quick] [-- cold|warm|reports|indicators|years|ledgers|soak …]`: measures, and writes what it has
 * found into docs/performance.md.
 */
const parts: Readonly<Record<PartName, (scale: Scale) => Promise<string>>> = {
  cold,
  warm,
  reports,
  indicators,
  years,
  ledgers,
  soak,
};

/** What is done in a process of its own. */
const tasks: Readonly<Record<string, (...args: readonly string[]) => unknown>> = {
  grow: (count, yearCount, rounds) => grow(Number(count), Number(yearCount), Number(rounds)),
  "make-ledger": (kind = "", rows = "", folder = "") => makeLedgerIn(kind, Number(rows), folder),
  "read-ledger": (kind = "", folder = "") => readLedgerIn(kind, folder),
  "soak-offices": (count) => soakOffices(Number(count)),
  stages: (warmUp, rounds) => measureReport(Number(warmUp), Number(rounds)),
  watch: (command, rounds) => measureWatch(command === "build" ? "build" : "check", Number(rounds)),
  "soak-report": (count) => measureMemory(Number(count)),
};

async function run(): Promise<void> {
  const [first = "", task = "", ...args] = process.argv.slice(2);
  if (first !== "task") return measure(process.argv.slice(2));
  if (task === "serve-own") return serveOwn(args[0] ?? "", args[1] ?? "");
  process.stdout.write(JSON.stringify((await tasks[task]?.(...args)) ?? null));
}

async function measure(words: readonly string[]): Promise<void> {
  const unknown = words.filter((word) => word !== "quick" && !partNames.some((name) => name === word));
  if (unknown.length > 0) {
    process.stderr.write(`bench: no such part: ${unknown.join(" ")} (quick, ${partNames.join(", ")})\n`);
    process.exitCode = 2;
    return;
  }
  const scale = words.includes("quick") ? scales.quick : scales.whole;
  const named = partNames.filter((name) => words.includes(name));
  // Before we are a load ourselves.
  const loadAtStart = load();
  for (const name of named.length > 0 ? named : partNames) await measurePart(name, scale, loadAtStart);
}

async function measurePart(name: PartName, scale: Scale, loadAtStart: number): Promise<void> {
  const begun = new Date();
  process.stderr.write(`bench: ${name}, ${scale.name} …\n`);
  const found = await parts[name](scale);
  const line = circumstancesLine({ date: begun, scale: scale.name, loadAtStart, loadAtEnd: load() });
  const seconds = Math.round((Date.now() - begun.getTime()) / 1000);
  process.stdout.write(`\n${found}\n\n${line}\n\n`);
  process.stderr.write(`bench: ${name} took ${seconds} s\n`);
  const path = join(root, "docs", "performance.md");
  const document = withSection(readFileSync(path, "utf8"), name, `${found}\n\n${line}`);
  if (document === null) throw new Error(`${path} has no marks of bench:${name}`);
  writeFileSync(path, document);
}

void run();
