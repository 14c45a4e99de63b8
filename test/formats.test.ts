import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ValidateFunction } from "ajv";
import { Ajv } from "ajv";
import draft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import { checkYears } from "../src/commands/check-years.ts";
import { type Diagnostic, diagnostic, inOrder } from "../src/diagnostic/diagnostic.ts";
import { formatDiagnostics, type MachineFormat } from "../src/diagnostic/formats/formats.ts";
import { placedMessage } from "../src/diagnostic/formats/record.ts";
import { hint } from "../src/diagnostic/pretty.ts";
import { printable } from "../src/diagnostic/printable.ts";
import { main } from "../src/main.ts";
import { listYears, openWorkspace } from "../src/workspace/workspace.ts";
import { baseFiles, caseFolders, casesFolder, filesBelow } from "./support/case.ts";
import { memoryHost } from "./support/memory-host.ts";
import { root } from "./support/root.ts";

const version = "1.2.3";
const schemas = join(root, "test", "formats");

const sarifAjv = new draft04.default({ strict: false, unicodeRegExp: false });
addFormats.default(sarifAjv as unknown as Ajv);
const isSarif: ValidateFunction = sarifAjv.compile(
  JSON.parse(readFileSync(join(schemas, "sarif-2.1.0.schema.json"), "utf8")),
);

/** What GitLab's documentation of Code Quality requires of each issue, and no path that it cannot show. */
const isGitlab: ValidateFunction = new Ajv().compile({
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", pattern: "^[0-9a-f]{64}$" },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", minLength: 1, not: { pattern: "^\\./" } },
          lines: {
            type: "object",
            required: ["begin"],
            properties: { begin: { type: "integer", minimum: 1 } },
          },
        },
      },
    },
  },
});

const xsd = XmlDocument.fromString(readFileSync(join(schemas, "junit.xsd"), "utf8"));
const junitSchema = XsdValidator.fromDoc(xsd);

/** Parses strictly, and throws what the schema has against it; gives what the counts say. */
function junitCounts(text: string): { readonly tests: number; readonly failures: number } {
  const document = XmlDocument.fromString(text);
  try {
    junitSchema.validate(document);
    const count = (path: string): number => document.find(path).length;
    expect(document.get("/testsuites/@tests")?.content).toBe(String(count("//testcase")));
    expect(document.get("/testsuites/@failures")?.content).toBe(String(count("//failure")));
    return { tests: count("//testcase"), failures: count("//failure") };
  } finally {
    document.dispose();
  }
}

interface GithubCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Reads a line as a runner of GitHub Actions does: to the first `::`, by commas, by the first `=`. */
function readCommand(line: string): GithubCommand {
  const [, name = "", list = "", data = ""] = /^::(\S+) (.*?)::(.*)$/su.exec(line) ?? [];
  const pairs = list.split(",").map((each): [string, string] => {
    const at = each.indexOf("=");
    return [each.slice(0, at), unescaped(each.slice(at + 1), { "%3A": ":", "%2C": "," })];
  });
  return { name, properties: Object.fromEntries(pairs), data: unescaped(data, {}) };
}

function unescaped(text: string, more: Readonly<Record<string, string>>): string {
  const signs: Readonly<Record<string, string>> = { "%0D": "\r", "%0A": "\n", "%25": "%", ...more };
  return text.replace(/%[0-9A-F]{2}/g, (found) => signs[found] ?? found);
}

function format(diagnostics: readonly Diagnostic[], as: MachineFormat, lang: "zh" | "en" = "zh"): string {
  return formatDiagnostics(diagnostics, as, { lang, path: (path) => path, version });
}

/** Every format of some diagnostics, each as its reader takes it. */
function expectReadable(diagnostics: readonly Diagnostic[], lang: "zh" | "en"): void {
  const text = (as: MachineFormat): string => format(diagnostics, as, lang);
  const [sarifText, gitlabText, junit] = [text("sarif"), text("gitlab"), text("junit")];
  const [github, short, json] = [text("github"), text("short"), text("json")];
  const sarif: unknown = JSON.parse(sarifText);
  expect(isSarif(sarif) || isSarif.errors).toBe(true);
  const gitlab: unknown = JSON.parse(gitlabText);
  expect(isGitlab(gitlab) || isGitlab.errors).toBe(true);
  const prints = (gitlab as readonly { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
  expect(new Set(prints).size).toBe(diagnostics.length);
  const { tests, failures } = junitCounts(junit);
  expect(tests).toBe(Math.max(diagnostics.length, 1));
  expect(failures).toBe(diagnostics.filter(({ severity }) => severity === "error").length);
  expectCommands(diagnostics, github, lang);
  expect(short.split("\n").length - 1).toBe(diagnostics.length);
  for (const each of [short, json, github, gitlabText, sarifText, junit]) {
    const line = each.replaceAll("\n", "");
    expect(printable(line)).toBe(line);
  }
}

function expectCommands(diagnostics: readonly Diagnostic[], github: string, lang: "zh" | "en"): void {
  const lines = github.split("\n");
  expect(lines.pop()).toBe("");
  expect(lines.length).toBe(diagnostics.length);
  for (const [index, each] of diagnostics.entries()) {
    const { name, properties, data } = readCommand(lines[index] ?? "");
    const hinted = hint(each, lang);
    const words = [placedMessage(each, lang), ...(hinted === null ? [] : [hinted])].map(printable).join("\n");
    expect({ name, data, title: properties.title }).toEqual({
      name: each.severity === "info" ? "notice" : each.severity,
      data: words,
      title: each.code,
    });
    expect(properties.file).toBe(each.span ? printable(each.span.file.path) : undefined);
    const allowed = ["file", "line", "endLine", "col", "endColumn", "title"];
    expect(Object.keys(properties).filter((key) => !allowed.includes(key))).toEqual([]);
  }
}

const base = baseFiles();

async function diagnosticsOf(folder: string): Promise<readonly Diagnostic[]> {
  const files = new Map(base);
  const own = filesBelow(join(casesFolder, folder));
  for (const [path, bytes] of own) files.set(`/work/${path}`, bytes);
  const without = new TextDecoder().decode(own.get("without.txt")).split(/\s+/);
  for (const name of without) files.delete(`/work/${name}`);
  const host = memoryHost({ files });
  const opened = await openWorkspace(host, null);
  if (!opened.value) return opened.diagnostics;
  return inOrder(await checkYears(host, opened.value, await listYears(host, opened.value)));
}

describe("formats for machines", () => {
  it("are what their schemas say, for every case of every fault", async () => {
    const codes = new Set<string>();
    for (const folder of caseFolders()) {
      const found = await diagnosticsOf(folder);
      for (const { code } of found) codes.add(code);
      expectReadable(found, "zh");
    }
    expect(codes.size).toBeGreaterThan(80);
  }, 60_000);

  it("are what their schemas say, whatever stands in paths, names and amounts", () => {
    const half = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 });
    const signs = fc.constantFrom(
      "%",
      "\r",
      "\n",
      "::",
      ",",
      "=",
      "%0A",
      "::error::",
      "]]>",
      "<!--",
      "&",
      '"',
    );
    const hostile = fc
      .array(
        fc.oneof(
          signs,
          half.map((units) => String.fromCharCode(...units)),
        ),
        { maxLength: 6 },
      )
      .map((parts) => parts.join(""));
    const any = fc.record({
      path: hostile,
      text: hostile,
      key: hostile,
      from: fc.nat(20),
      length: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), (all) => {
        const found = all.flatMap(({ path, text, key, from, length }) => {
          const file = { path: `data/${path}`, text };
          const start = Math.min(from, text.length);
          const span = { file, start, end: Math.min(start + length, text.length) };
          return [
            diagnostic("key-unknown", span, { key, suggestion: text, allowed: [] }, [
              { span, note: "declared" },
            ]),
            diagnostic("workspace-missing", null, { folder: path }),
          ];
        });
        expectReadable(found, "en");
      }),
      { numRuns: 300 },
    );
  });

  it("escape what GitHub would read as a command or a property", () => {
    const file = { path: "data/a,b:c%.yaml", text: "x" };
    const span = { file, start: 0, end: 1 };
    const found = diagnostic("key-unknown", span, {
      key: "a%0A::error::b,c=d\r\n",
      suggestion: null,
      allowed: [],
    });
    expect(format([found], "github", "en")).toBe(
      "::error file=data/a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=1,endColumn=2,title=key-unknown" +
        '::there is no key "a%250A::error::b,c=d\\u{D}\\u{A}"\n',
    );
  });

  it("name a file outside the working folder by a URI, and lay what has no place to the folder", () => {
    const at = (path: string): Diagnostic =>
      diagnostic("byte-order-mark", { file: { path, text: "" }, start: 0, end: 0 }, {});
    const found = [at("data/年 度#1.yaml"), at("/a b/c.yaml"), at("C:/x/y.yaml")];
    const log = JSON.parse(
      format([...found, diagnostic("workspace-missing", null, { folder: "x" })], "sarif"),
    ) as {
      runs: [{ results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }];
    };
    expect(
      log.runs[0].results.map((each) => each.locations[0]?.physicalLocation.artifactLocation.uri),
    ).toEqual(["data/%E5%B9%B4%20%E5%BA%A6%231.yaml", "file:///a%20b/c.yaml", "file:///C:/x/y.yaml", "."]);
  });

  it.each(["json", "gitlab", "sarif", "junit"])("are whole where nothing can be checked: %s", async (as) => {
    const none = new Map([...baseFiles()].filter(([path]) => !path.startsWith("/work/")));
    const empty = new Map([...baseFiles()].filter(([path]) => !path.startsWith("/work/data/")));
    empty.set("/work/data/notes.txt", new Uint8Array());
    const inputs = [
      ["workspace-missing", none],
      ["no-years", empty],
    ] as const;
    for (const [code, files] of inputs) {
      const host = memoryHost({ files });
      expect(await main(["check", "--format", as], host)).toBe(1);
      expect(host.out.stderr).toBe("");
      if (as === "junit") expect(junitCounts(host.out.stdout).failures).toBe(1);
      else expect(JSON.stringify(JSON.parse(host.out.stdout))).toContain(code);
    }
  });
});
