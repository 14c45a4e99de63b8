import { elements, type XmlElement } from "../../package/xml.ts";

/** What a number in a cell of a format is: an amount, a day, or hundredths. */
export type NumberKind = "number" | "date" | "percent";

/** ECMA-376 part 1 §18.8.30, the Chinese ones (27 to 36, 50 to 58) among them. */
function builtIn(id: number): NumberKind {
  if (id === 9 || id === 10) return "percent";
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)
    ? "date"
    : "number";
}

/** What a format's code shows: years and days, months without hours, or a percentage. Times of day are numbers. */
export function kindOfCode(code: string): NumberKind {
  const [first = ""] = code
    .replace(/"[^"]*"|\[[^\]]*\]|[\\_*!]./g, "")
    .replace(/general|g\/通用格式|[ap]m\/[ap]m|a\/p|上午\/下午|e[+-]/gi, "")
    .split(";");
  if (/[yde]/i.test(first)) return "date";
  if (/m/i.test(first) && !/[hs]/i.test(first)) return "date";
  return first.includes("%") ? "percent" : "number";
}

/** The kind of each cell style, by its index. */
export function cellStyles(styles: XmlElement): readonly NumberKind[] {
  const codes = new Map<number, string>();
  for (const format of listOf(styles, "numFmts"))
    codes.set(Number(format.attributes.get("numFmtId")), format.attributes.get("formatCode") ?? "");
  return listOf(styles, "cellXfs").map(({ attributes }) => {
    const id = Number(attributes.get("numFmtId") ?? 0);
    const code = codes.get(id);
    return code === undefined ? builtIn(id) : kindOfCode(code);
  });
}

/** The children of a part's list, names taken without their prefix. */
export function listOf(root: XmlElement, name: string): readonly XmlElement[] {
  const list = elements(root).find((each) => each.name.replace(/^.*:/, "") === name);
  return list ? elements(list) : [];
}
