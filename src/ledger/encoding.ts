export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

/** The encodings that a text of these first bytes may have, in the order in which they are tried. */
export function candidates(head: Uint8Array): readonly Encoding[] {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return ["utf-16le"];
  if (first === 0xfe && second === 0xff) return ["utf-16be"];
  return ["utf-8", "gb18030"];
}

/** Bytes as text as they come; null from the first that the encoding does not have. */
export class StrictDecoder {
  private readonly decoder: InstanceType<typeof TextDecoder>;
  private begun = false;

  constructor(encoding: Encoding) {
    this.decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }

  push(bytes: Uint8Array): string | null {
    return this.decode(bytes, true);
  }

  end(): string | null {
    return this.decode(new Uint8Array(), false);
  }

  private decode(bytes: Uint8Array, stream: boolean): string | null {
    try {
      const text = this.decoder.decode(bytes, { stream });
      const isFirst = !this.begun && text !== "";
      if (isFirst) this.begun = true;
      return isFirst && text.startsWith("\uFEFF") ? text.slice(1) : text;
    } catch {
      return null;
    }
  }
}
