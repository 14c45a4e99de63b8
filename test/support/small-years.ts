import { aggregate } from "../../src/aggregate/aggregate.ts";
import type { YearFigures } from "../../src/aggregate/year-figures.ts";
import type { JsonObject } from "../../src/catalogue/schema-node.ts";
import { andThen, type Diagnostic } from "../../src/diagnostic/diagnostic.ts";
import { parseYaml } from "../../src/parse/parse-yaml.ts";
import { compileSchema } from "../../src/validate/compile-schema.ts";
import { validate } from "../../src/validate/validate.ts";
import type { YearSchema } from "../../src/validate/year-schema.ts";

export interface SmallSchema {
  readonly schema: YearSchema | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A schema with one group `g` of these indicators; what they leave out is a count of 次. */
export function smallRoot(indicators: Readonly<Record<string, object>>): JsonObject {
  const filled = Object.entries(indicators).map(([name, each]) => [
    name,
    { title: name, unit: "次", quantity: "count", ...each },
  ]);
  const of = (properties: object): JsonObject => ({ type: "object", properties });
  return of({ indicators: of({ g: of(Object.fromEntries(filled)) }) });
}

export function smallSchema(indicators: Readonly<Record<string, object>>): SmallSchema {
  const text = JSON.stringify(smallRoot(indicators));
  const { value, diagnostics } = compileSchema({ path: "year.schema.json", text });
  return { schema: value, diagnostics };
}

/** The figures of a year whose amounts are written on one line: `a: 5, b: { value: 3余 }`. */
export function smallYear({ schema, diagnostics }: SmallSchema, year: number, amounts: string): YearFigures {
  if (!schema) throw new Error(JSON.stringify(diagnostics.map(({ code, facts }) => [code, facts])));
  const file = { path: `${year}.yaml`, text: `indicators: { g: { ${amounts} } }\n` };
  const data = andThen(parseYaml(file), (source) => validate(source, schema, year));
  const made = andThen(data, aggregate);
  if (!made.value) throw new Error(JSON.stringify(made.diagnostics.map(({ code, facts }) => [code, facts])));
  return made.value;
}
