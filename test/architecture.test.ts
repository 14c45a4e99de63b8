import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./support/root.ts";

/** A folder imports only from itself and from folders before it. */
const order: readonly string[] = [
  "memory.ts",
  "cache.ts",
  "source",
  "quantity",
  "period",
  "diagnostic",
  "parse",
  "catalogue",
  "package",
  "word",
  "ledger",
  "tidy",
  "validate",
  "aggregate",
  "compare",
  "template",
  "word-template",
  "document",
  "drafting",
  "trace",
  "rules",
  "policy",
  "pipeline.ts",
  "reading",
  "pull",
  "render",
  "host.ts",
  "workspace",
  "commands",
  "cli",
  "main.ts",
  "node-host",
];

/** Where each third-party library may be named. */
const libraries: Readonly<Record<string, string>> = {
  yaml: "parse",
  "ajv/dist/2020.js": "validate",
  "ajv/dist/standalone/index.js": "validate",
  "ajv/dist/runtime/equal.js": "validate",
  "ajv/dist/runtime/ucs2length.js": "validate",
  "handlebars/dist/cjs/handlebars/compiler/base.js": "template",
  docx: "standard-template",
  commander: "cli",
  "fastest-levenshtein": "catalogue",
  "get-east-asian-width": "diagnostic",
};

/** `node:` modules that reach no outside. */
const harmless = new Set(["node:path", "node:zlib", "node:crypto"]);

interface Source {
  readonly path: string;
  /** The folder or file directly under src. */
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources: readonly Source[] = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"))
  .map((path) => {
    const text = readFileSync(join(root, "src", path), "utf8");
    const imports = [...text.matchAll(/(?:\bfrom|^import|\bimport\()\s*"([^"\s$]+)"/gm)].map(
      (match) => match[1] ?? "",
    );
    return { path, room: path.split("/", 1)[0] ?? "", text, imports };
  });

function roomOf(path: string, specifier: string): string {
  const inside = relative(join(root, "src"), join(root, "src", dirname(path), specifier)).replaceAll(
    "\\",
    "/",
  );
  return inside.startsWith("..") ? inside : (inside.split("/", 1)[0] ?? "");
}

describe("architecture", () => {
  it("is looked at whole", () => {
    expect(sources.length).toBeGreaterThan(60);
    const rooms = new Set(sources.map(({ room }) => room));
    expect([...rooms].filter((room) => room !== "standard-template").toSorted()).toEqual(
      [...order].toSorted(),
    );
  });

  it("imports in one direction", () => {
    const wrong = sources.flatMap(({ path, room, imports }) =>
      imports
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => roomOf(path, specifier))
        .filter((to) => to !== room && to !== "../package.json")
        .filter((to) =>
          room === "standard-template"
            ? to !== "word" && to !== "package"
            : order.indexOf(to) >= order.indexOf(room) || !order.includes(to),
        )
        .map((to) => `${path} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it("names each library in one room", () => {
    const wrong = sources.flatMap(({ path, room, imports }) =>
      imports
        .filter((specifier) => !/^(\.|node:)/.test(specifier))
        .filter((specifier) => libraries[specifier] !== room)
        .map((specifier) => `${path} → ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("touches the outside only in the host", () => {
    const outside =
      /\bprocess\.|\bconsole\.|new Date\(|Date\.now|Math\.random|\bfetch\(|setTimeout|\beval\(|new Function/;
    const wrong = sources
      .filter(({ room }) => room !== "node-host" && room !== "standard-template")
      .filter(
        ({ text, imports }) =>
          outside.test(text) || imports.some((each) => each.startsWith("node:") && !harmless.has(each)),
      )
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it("has small files", () => {
    const long = sources.filter(({ text }) => text.split("\n").length > 300).map(({ path }) => path);
    expect(long).toEqual([]);
  });
});
