import { describe, expect, it } from "vitest";
import { headingNumber } from "../src/document/blocks.ts";
import { main } from "../src/main.ts";
import { baseFiles } from "./support/case.ts";
import { memoryHost } from "./support/memory-host.ts";

const data = "/work/data/2022.yaml";
const report = "/work/templates/report.hbs";
const schema = "/work/schemas/year.schema.json";

/** Inputs that once took minutes, overflowed the stack or were cut short in silence; more of them in corpus.test.ts. */
const hostile: readonly (readonly [
  name: string,
  path: string,
  change: (text: string) => string,
  says: string,
])[] = [
  [
    "a number of a million digits",
    data,
    (text) => text.replace("180", "9".repeat(900_000)),
    "figure-unreadable",
  ],
  ["a number with a huge exponent", data, (text) => text.replace("180", "1e999999999"), "figure-unreadable"],
  [
    "twenty thousand tags in a text",
    data,
    (text) => text.replace("查出", "{{nope}}".repeat(20_000)),
    "template-unknown-name",
  ],
  ["comments that never end", report, (text) => text + "{{! ".repeat(200_000), "template-syntax"],
  ["loops in loops", report, (text) => `${text}${loops(17)}\n`, "template-syntax"],
  ["partials that double", report, (text) => `${text}{{> p0}}`, "template-syntax"],
  [
    "thousands of unknown parts of totals",
    schema,
    (text) => text.replace('"briefings":', `${totals(700)}"briefings":`),
    "schema-reference-unknown",
  ],
];

/** Two plans at each level: 131,072 rounds in all. */
function loops(depth: number): string {
  return `${"{{#each @root.narrative.plans}}".repeat(depth)}甲。${"{{/each}}".repeat(depth)}`;
}

function totals(count: number): string {
  const one =
    '{ "type": "integer", "title": "合计", "unit": "次", "quantity": "count", "totalOf": ["no.one"] },';
  return Array.from({ length: count }, (_, index) => `"i${index}": ${one}\n`).join("");
}

function filesOf(path: string, change: (text: string) => string): Map<string, Uint8Array> {
  const files = baseFiles();
  const text = new TextDecoder().decode(files.get(path));
  files.set(path, new TextEncoder().encode(change(text)));
  for (let index = 0; index < 20; index++) {
    const twice = `{{> p${index + 1}}}{{> p${index + 1}}}`;
    files.set(`/work/templates/partials/p${index}.hbs`, new TextEncoder().encode(twice));
  }
  return files.set("/work/templates/partials/p20.hbs", new TextEncoder().encode("甲。"));
}

describe("hostile input", () => {
  for (const [name, path, change, says] of hostile) {
    it(`${name}: ${says}, and an end`, async () => {
      const host = memoryHost({ files: filesOf(path, change) });
      expect(await main(["build", "2022", "--format", "txt"], host)).toBe(1);
      expect(host.out.stderr).toMatch(new RegExp(`错误 ${says}: `));
      expect(host.out.stdout).toBe("");
    });
  }

  it("ten thousand headings are numbered, in digits where Chinese numerals end", async () => {
    expect([9999, 10_000].map((count) => headingNumber(1, count))).toEqual(["九千九百九十九、", "10000、"]);
    const files = filesOf(report, (text) => text + "### 甲\n".repeat(10_001));
    expect(await main(["check", "2022"], memoryHost({ files }))).not.toBe(3);
  });
});
