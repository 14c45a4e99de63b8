import { decimal, decimalText } from "../../quantity/decimal.ts";
import type { NumberKind } from "./number-format.ts";

/** A spreadsheet shows 15 significant digits and stores up to 17: 12.300000000000001 is what it computed as 12.3. */
const significant = 15;
/** 9999-12-31 */
const lastSerial = 2958465;

/** A stored number as plain digits; a day as 2022-03-05. What is no number stays as it is. */
export function numberText(stored: string, kind: NumberKind, date1904: boolean): string {
  if (kind === "number" && /^\d{1,15}$/.test(stored)) return stored;
  const value = Number(stored);
  if (stored.trim() === "" || !Number.isFinite(value)) return stored;
  if (kind === "date") return serialDay(value, date1904) ?? plainDigits(value, 0);
  return kind === "percent" ? `${plainDigits(value, 2)}%` : plainDigits(value, 0);
}

function plainDigits(value: number, shift: number): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential(significant - 1));
  if (!match) return String(value);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const units = BigInt(whole + fraction);
  return (units === 0n ? "" : sign) + decimalText(decimal(units, fraction.length - Number(exponent) - shift));
}

/** The day of a serial number; null for what is none. In the system of 1900 serial 60 is a day that never was. */
function serialDay(value: number, date1904: boolean): string | null {
  const serial = Math.floor(value) + (date1904 ? 1462 : 0);
  if (serial < 1 || serial > lastSerial || serial === 60) return null;
  return isoDay(serial < 60 ? serial : serial - 1);
}

/** The day with a number, 1 being 1900-01-01: years of 365.2425 days that begin in March. */
function isoDay(days: number): string {
  const fromMarch = days + 693_900;
  const era = Math.floor(fromMarch / 146_097);
  const ofEra = fromMarch - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarchMonth = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * fromMarchMonth + 2) / 5) + 1;
  const month = fromMarchMonth < 10 ? fromMarchMonth + 3 : fromMarchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return [String(year).padStart(4, "0"), ...[month, day].map((part) => String(part).padStart(2, "0"))].join(
    "-",
  );
}

/** `_x000D_` stands for the character of that code (ECMA-376 part 1 §22.9.2.19). */
export function unescapeCell(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return character === "\0" ? "" : character;
  });
}
