import { type Decimal, decimal, isZero, zero } from "./decimal.ts";
import { addIntervals, exactly, exactValue, type Interval } from "./interval.ts";
import type { Quantity, Scale } from "./quantity.ts";
import { wordInterval } from "./wording.ts";

/** What keeps a sum of hundredths a safe integer whatever is added next. */
const most = 2 ** 52;

/** A sum that is built term by term and remembers none of them but a lone one, which keeps its own words. */
export class RunningSum {
  private lone: Quantity | null = null;
  private nothing: Quantity | null = null;
  private terms = 0;
  private others: Interval = exactly(zero);
  private readonly scales = new Set<Scale>();
  /** Exact terms with at most two decimals, in hundredths. */
  private hundredths = 0;

  add(quantity: Quantity): void {
    const value = exactValue(quantity);
    if (value && isZero(value)) {
      this.nothing ??= quantity;
      return;
    }
    this.terms++;
    this.lone = quantity;
    this.scales.add(quantity.wording.scale);
    this.others = addIntervals(this.others, quantity);
  }

  /** An exact amount of plain digits with at most two decimals, as text and in hundredths, below 10^13. */
  addPlain(digits: string, hundredths: number): void {
    if (hundredths === 0 || this.terms === 0) {
      this.add(plainQuantity(digits, decimal(BigInt(hundredths), 2)));
      return;
    }
    this.terms++;
    this.scales.add("");
    this.hundredths += hundredths;
    if (this.hundredths > most) this.flush();
  }

  /** Zero where nothing was added. */
  quantity(): Quantity {
    this.flush();
    if (this.terms === 0) return this.nothing ?? plainQuantity("0", zero);
    if (this.terms === 1 && this.lone) return this.lone;
    const scale = this.scales.has("") ? "" : this.scales.has("万") ? "万" : ([...this.scales][0] ?? "");
    return wordInterval(this.others.lower, this.others.upper, { scale, unsaid: [] });
  }

  private flush(): void {
    if (this.hundredths === 0) return;
    this.others = addIntervals(this.others, exactly(decimal(BigInt(this.hundredths), 2)));
    this.hundredths = 0;
  }
}

function plainQuantity(digits: string, value: Decimal): Quantity {
  return { ...exactly(value), wording: { mark: "", digits, scale: "", markFirst: false } };
}
