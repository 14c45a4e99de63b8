export const partNames = ["cold", "warm", "reports", "indicators", "years", "ledgers", "soak"] as const;

export type PartName = (typeof partNames)[number];

/** A document with what stands between the marks of a part replaced; null where it has no such marks, or several. */
export function withSection(document: string, part: PartName, markdown: string): string | null {
  const place = placeOf(document, part);
  return place && `${document.slice(0, place.start)}\n${markdown.trim()}\n${document.slice(place.end)}`;
}

/** What stands between the marks of a part. */
export function sectionOf(document: string, part: PartName): string | null {
  const place = placeOf(document, part);
  return place && document.slice(place.start, place.end).trim();
}

function placeOf(document: string, part: PartName): { readonly start: number; readonly end: number } | null {
  const [begin, finish] = [`<!-- bench:${part} -->`, `<!-- end of bench:${part} -->`];
  const [before, inside, ...more] = document.split(begin);
  if (before === undefined || inside === undefined || more.length > 0) return null;
  const end = inside.indexOf(finish);
  if (end < 0) return null;
  const start = before.length + begin.length;
  return { start, end: start + end };
}

export interface Column {
  readonly header: string;
  readonly isNumber: boolean;
}

/** A column of words. */
export function words(header: string): Column {
  return { header, isNumber: false };
}

/** A column of numbers. */
export function numbers(header: string): Column {
  return { header, isNumber: true };
}

export function table(columns: readonly Column[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.map(cellText).join(" | ")} |`;
  const rule = columns.map(({ isNumber }) => (isNumber ? "---:" : "---"));
  return [line(columns.map(({ header }) => header)), line(rule), ...rows.map(line)].join("\n");
}

function cellText(value: string | number): string {
  return String(value)
    .replaceAll("|", "\\|")
    .replace(/\s*\n\s*/g, " ");
}

/** Three digits that count: 1,234, 123, 12.3, 1.23. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return "—";
  const decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const [whole = "", rest] = value.toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}
