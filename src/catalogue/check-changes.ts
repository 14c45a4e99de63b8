import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { Catalogues } from "./catalogue.ts";
import type { Change, Indicator } from "./indicator.ts";
import { locateInSchema, type SchemaSource } from "./schema-source.ts";

/** The years of changes ascend, and each change changes something. */
export function checkChanges(schema: SchemaSource, { current, earlier }: Catalogues): readonly Diagnostic[] {
  const now = new Map(current.indicators);
  const same = earlier.flatMap(({ before, changed }) =>
    changed.flatMap((was) => {
      const is = now.get(was.id);
      now.set(was.id, was);
      return is && meaning(was) === meaning(is) ? [unchanged(schema, was, before)] : [];
    }),
  );
  const disordered = [...current.indicators.values()].flatMap(({ id, changes }) =>
    changes.flatMap((change, index) => outOfOrder(schema, id, changes[index - 1], change)),
  );
  return [...disordered, ...same];
}

function outOfOrder(
  schema: SchemaSource,
  id: string,
  last: Change | undefined,
  { year, pointer }: Change,
): readonly Diagnostic[] {
  if (!last || last.year < year) return [];
  const related = [{ span: locateInSchema(schema, `${last.pointer}/year`), note: "here" as const }];
  const span = locateInSchema(schema, `${pointer}/year`);
  return [diagnostic("schema-before-order", span, { id, year, after: last.year }, related)];
}

function unchanged(schema: SchemaSource, { id, pointer, changes }: Indicator, year: number): Diagnostic {
  const at = changes.find((each) => each.year === year)?.pointer ?? pointer;
  return diagnostic("schema-before-same", locateInSchema(schema, `${at}/year`), { id, year });
}

function meaning({ unit, quantity, description, countsAs, totalOf }: Indicator): string {
  return JSON.stringify([unit, quantity, description, countsAs, totalOf]);
}
