import { baseFiles } from "../support/case.ts";

const ofAGroup = 50;
const units = ["件", "次", "家", "人次", "项"];
const encoder = new TextEncoder();

/** The workspace under /work of an invented office with so many indicators, each of them stated in its report. */
export function grownOffice(indicators: number, years: readonly number[]): Map<string, Uint8Array> {
  const files = baseFiles();
  for (const path of [...files.keys()])
    if (/^\/work\/(data|templates\/partials)\//.test(path)) files.delete(path);
  const groups = groupsOf(indicators);
  const write = (path: string, text: string): void => void files.set(`/work/${path}`, encoder.encode(text));
  write("schemas/year.schema.json", schemaOf(groups, files));
  write("templates/report.hbs", templateOf(groups));
  for (const year of years) write(`data/${year}.yaml`, dataOf(groups, year));
  if (indicators > 5000) write(".report.yaml", "limits:\n  fileSize: 8MB\n");
  return files;
}

/** The last of a group is the total of the others. */
interface Group {
  readonly name: string;
  readonly unit: string;
  readonly members: readonly string[];
  readonly total: string;
}

function groupsOf(indicators: number): readonly Group[] {
  return Array.from({ length: Math.ceil(indicators / ofAGroup) }, (_, group) => {
    const size = Math.min(ofAGroup, indicators - group * ofAGroup);
    const members = Array.from({ length: size - 1 }, (_each, index) => `item${index + 1}`);
    return { name: `group${group + 1}`, unit: units[group % units.length] ?? "件", members, total: "total" };
  });
}

function schemaOf(groups: readonly Group[], files: ReadonlyMap<string, Uint8Array>): string {
  const base = JSON.parse(new TextDecoder().decode(files.get("/work/schemas/year.schema.json"))) as {
    properties: Record<string, unknown>;
  };
  const declared = groups.map((group, number) => [group.name, groupSchema(group, number + 1)] as const);
  base.properties.indicators = {
    type: "object",
    title: "指标",
    additionalProperties: false,
    properties: Object.fromEntries(declared),
  };
  return JSON.stringify(base);
}

function groupSchema({ name, unit, members, total }: Group, number: number): unknown {
  const amount = { $ref: "#/$defs/amount", unit, quantity: "count" };
  const properties = Object.fromEntries<unknown>(
    members.map((member, index) => [member, { ...amount, title: `事项${number}之${index + 1}` }]),
  );
  const totalOf = members.map((member) => `${name}.${member}`);
  if (totalOf.length > 0) properties[total] = { ...amount, title: `事项${number}合计`, totalOf };
  return { type: "object", title: `领域${number}`, additionalProperties: false, properties };
}

function templateOf(groups: readonly Group[]): string {
  const paragraphs = groups.map(({ name, members, total }) => {
    const each = members.map((member) => `办理{{figure ${name}.${member}}}`).join("，");
    return `### 工作\n${each}，合计{{figure ${name}.${total}}}。`;
  });
  return [
    "# {{office.short}}{{year}}年度工作报告",
    "{{narrative.opening}}",
    "## {{year}}年主要工作",
    ...paragraphs,
    "## {{nextYear}}年工作安排",
    "{{#each narrative.plans}}",
    "{{chinese @number}}是{{lead}}。{{text}}",
    "{{/each}}",
    "",
  ].join("\n");
}

function dataOf(groups: readonly Group[], year: number): string {
  const lines = groups.flatMap(({ name, members }, group) => [
    `  ${name}:`,
    ...members.map((member, index) => `    ${member}: ${amountOf(group * ofAGroup + index + year)}`),
  ]);
  return [
    `year: ${year}`,
    "office: { name: 示例街道办事处, short: 示例街道 }",
    "indicators:",
    ...lines,
    "narrative:",
    "  opening: |",
    "    示例街道认真推进各项工作，办理事项{{figure group1.total}}。",
    "  plans:",
    "    - lead: 提高认识",
    "      text: 加强学习，巩固成效。",
    "",
  ].join("\n");
}

function amountOf(number: number): string {
  const amount = 17 + ((number * 37) % 900);
  if (number % 3 === 0) return `${amount * 10}余`;
  return number % 7 === 0 ? `近${amount * 10}` : String(amount);
}
