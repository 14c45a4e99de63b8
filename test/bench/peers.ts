import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { stringify } from "yaml";
import { root } from "../support/root.ts";
import type { ComposedReport } from "./peers/composed-report.ts";
import { tagsOfPeers, wordTemplate } from "./word-templates.ts";

/** What is compared with; the script of each is `peers/<name>.ts`. */
export const peerNames = [
  "docx",
  "docxtemplater",
  "easy-template-x",
  "docx-templates",
  "docx-templates-no-sandbox",
  "carbone",
  "pandoc",
] as const;

export type PeerName = (typeof peerNames)[number];

export const benchFolder: string = join(root, "test", "bench");

export interface Peer {
  readonly name: PeerName;
  readonly label: string;
  /** The script with its libraries where npm has put them, and with all of them in one file. */
  readonly installed: string;
  readonly bundled: string | null;
  readonly template: string;
}

export interface Peers {
  readonly present: readonly Peer[];
  /** In words, with the reason. */
  readonly absent: readonly string[];
  /** The text, as files that the peers read. */
  readonly yaml: string;
  readonly json: string;
}

/** Installs the peers, makes their templates and scripts; says which could not be had. */
export async function preparePeers(report: ComposedReport, scratch: string): Promise<Peers> {
  const [yaml, json] = [join(scratch, "composed.yaml"), join(scratch, "composed.json")];
  writeFileSync(yaml, stringify(report));
  writeFileSync(json, JSON.stringify(report));
  const fault = install();
  if (fault !== null) return { present: [], absent: [`all peers (npm ci: ${fault})`], yaml, json };
  const standard = join(root, "templates", "standard.docx");
  const present: Peer[] = [];
  const absent: string[] = [];
  for (const name of peerNames) {
    const label = labelOf(name);
    if (label === null) {
      absent.push(`${name} (not installed on this machine)`);
      continue;
    }
    const tags = tagsOfPeers[name];
    const template = tags ? join(scratch, `${name}.docx`) : standard;
    if (tags) writeFileSync(template, wordTemplate(readFileSync(standard), tags, report));
    const installed = await script(name, false);
    if (installed !== null)
      present.push({ name, label, template, installed, bundled: await script(name, true) });
  }
  return { present, absent, yaml, json };
}

/** `npm ci` unless what the lock file asks for is there; the reason when it fails. */
function install(): string | null {
  const installed = join(benchFolder, "node_modules", ".package-lock.json");
  const lock = join(benchFolder, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs > statSync(lock).mtimeMs) return null;
  const args = ["ci", "--prefix", benchFolder, "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, stderr } = spawnSync("npm", args, {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  return status === 0 ? null : (stderr.trim().split("\n")[0] ?? "failed");
}

/** The peer with its version; null where it is a program that this machine does not have. */
function labelOf(name: PeerName): string | null {
  if (name === "pandoc") {
    const { status, stdout } = spawnSync("pandoc", ["--version"], { encoding: "utf8" });
    return status === 0 ? (stdout.split("\n")[0] ?? name) : null;
  }
  const library = name.replace("-no-sandbox", "");
  const { dependencies } = JSON.parse(readFileSync(join(benchFolder, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return `${library} ${dependencies[library]}${library === name ? "" : ", `noSandbox`"}`;
}

/** Null where a peer cannot be bundled. */
async function script(name: PeerName, isBundled: boolean): Promise<string | null> {
  // Beside the peers, so that Node finds them from there.
  const outfile = join(benchFolder, "built", `${name}${isBundled ? ".bundled" : ""}.cjs`);
  try {
    await build({
      entryPoints: [join(benchFolder, "peers", `${name}.ts`)],
      bundle: true,
      platform: "node",
      target: "node20.19",
      format: "cjs",
      packages: isBundled ? "bundle" : "external",
      outfile,
      logLevel: "silent",
    });
    return outfile;
  } catch {
    return null;
  }
}
