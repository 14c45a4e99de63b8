const pageField = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b/;

export function isPageField(instruction: string): boolean {
  return pageField.test(instruction);
}

interface Field {
  instruction: string;
  /** Whether what stands now is no text: the field's code, or a page number, which is only as old as the last printing. */
  isHidden: boolean;
}

/** The complex fields that are open in a paragraph (ECMA-376 part 1 §17.16.18). */
export class Fields {
  private readonly open: Field[] = [];
  private hidden = 0;

  get isHidden(): boolean {
    return this.hidden > 0;
  }

  begin(): void {
    this.open.push({ instruction: "", isHidden: true });
    this.hidden++;
  }

  instruct(words: string): void {
    const field = this.open.at(-1);
    if (field) field.instruction += words;
  }

  separate(): void {
    const field = this.open.at(-1);
    if (!field?.isHidden || isPageField(field.instruction)) return;
    field.isHidden = false;
    this.hidden--;
  }

  /** Whether it is a page number that ends. */
  end(): boolean {
    const field = this.open.pop();
    if (field?.isHidden) this.hidden--;
    return field !== undefined && isPageField(field.instruction);
  }
}
