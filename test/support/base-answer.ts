import type { YearFigures } from "../../src/aggregate/year-figures.ts";
import type { OpenLedger } from "../../src/ledger/query.ts";
import { toFigures } from "../../src/pipeline.ts";
import { Policy } from "../../src/policy/policy.ts";
import { formatFigure } from "../../src/quantity/format.ts";
import { compileSchema } from "../../src/validate/compile-schema.ts";
import { baseFiles } from "./case.ts";

const text = new TextDecoder().decode(baseFiles().get("/work/schemas/year.schema.json"));
const schema = compileSchema({ path: "schemas/year.schema.json", text });

const noLedger = (): never => {
  throw new Error("no ledger here");
};

export interface Answer {
  readonly codes: readonly string[];
  readonly year: YearFigures | null;
  readonly figure: (id: string) => string | null;
}

/** What the base's schema makes of some indicators, written in flow style. */
export async function answer(
  groups: Readonly<Record<string, string>>,
  open: OpenLedger = noLedger,
): Promise<Answer> {
  if (!schema.value) throw new Error("the schema of the base does not compile");
  const { safety = "hazardsFound: 9", ...others } = groups;
  const lines = Object.entries({ safety, ...others }).map(([name, inner]) => `  ${name}: { ${inner} }`);
  const data = `year: 2022\noffice: { name: 甲, short: 乙 }\nindicators:\n${lines.join("\n")}\nnarrative: { opening: 丙。 }\n`;
  const policy = new Policy({ levels: new Map(), numbers: [] });
  const { value, diagnostics } = await toFigures(
    { path: "data/2022.yaml", text: data },
    schema.value,
    2022,
    policy,
    open,
  );
  const figure = (id: string): string | null => {
    const found = value?.figures.get(id);
    return found ? formatFigure(found.quantity, found.indicator.unit) : null;
  };
  return { codes: diagnostics.map(({ code }) => code), year: value, figure };
}

/** An item of a list of amounts. */
export const month = (code: string, value: string): string => `{ period: ${code}, value: ${value} }`;
