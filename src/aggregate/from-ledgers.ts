import { type Diagnostic, hasErrors, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import type { LedgerResult, OpenLedger } from "../ledger/query.ts";
import { readLedger } from "../ledger/read-ledger.ts";
import { readPeriod } from "../period/period.ts";
import { loosen } from "../quantity/sum.ts";
import type { Ledger } from "../validate/read-ledger-form.ts";
import type { Observation, Part, YearData } from "../validate/year-data.ts";

type Asked = Observation & { readonly given: Ledger };

/** The data with what its ledgers say in the place of their names. Each ledger is read once. */
export async function fromLedgers(
  { value: data, diagnostics: before }: Outcome<YearData>,
  open: OpenLedger,
): Promise<Outcome<YearData>> {
  const paths = data && byPath(data);
  if (!data || paths?.size === 0) return { value: data, diagnostics: before };
  const diagnostics: Diagnostic[] = [...before];
  const observations = new Map(data.observations);
  for (const [path, asked] of paths ?? []) {
    const [first] = asked;
    if (!first) continue;
    const queries = asked.map(({ given }) => given.query);
    const read = await readLedger(open(path, first.given.query.span), queries);
    for (const each of read.diagnostics) diagnostics.push(each);
    for (const [index, observation] of asked.entries()) {
      const result = read.results[index];
      if (result)
        observations.set(observation.indicator.id, { ...observation, given: given(observation, result) });
    }
  }
  return hasErrors(diagnostics)
    ? { value: null, diagnostics }
    : outcome({ ...data, observations }, diagnostics);
}

/** What tells whether the ledgers of data have changed. */
export async function stampsOf(
  { value: data }: Outcome<YearData>,
  open: OpenLedger,
): Promise<readonly (string | null)[]> {
  const paths = data ? [...byPath(data)] : [];
  return Promise.all(
    paths.flatMap(([path, [first]]) => (first ? [open(path, first.given.query.span).stamp()] : [])),
  );
}

function byPath({ observations }: YearData): ReadonlyMap<string, readonly Asked[]> {
  const paths = new Map<string, Asked[]>();
  for (const observation of observations.values()) {
    const { given: asked } = observation;
    if (asked.kind !== "ledger") continue;
    paths.set(asked.path, [...(paths.get(asked.path) ?? []), { ...observation, given: asked }]);
  }
  return paths;
}

/** A ledger lists events, so that a month without rows is one in which nothing happened, unless the data says otherwise. */
function given(
  { given: { query, complete } }: Asked,
  { total, byMonth }: LedgerResult,
): Observation["given"] {
  const parts = [...byMonth].flatMap(([month, quantity]): Part[] => {
    const period = readPeriod(month);
    return period ? [{ period, quantity, department: null, span: query.span, periodSpan: query.span }] : [];
  });
  if (parts.length > 0) return { kind: "parts", parts, complete: complete ?? true };
  return { kind: "quantity", quantity: complete === false ? loosen(total) : total };
}
