import type { Diagnostic, Outcome } from "../diagnostic/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { type Memory, recall } from "../memory.ts";
import { checkWord, type Rendering, type ReportFormat, render, type WordTemplate } from "../render/render.ts";

/** Renders by way of a memory, which knows a Word template by its bytes. */
export function renderYear(
  document: Document,
  formats: readonly ReportFormat[],
  word: WordTemplate | null,
  memory: Memory | null,
): Outcome<readonly Rendering[]> {
  return recall(
    memory,
    renderWith,
    document,
    formats,
    word?.name ?? "",
    word?.bytes ?? null,
    word?.shipped ?? "",
  );
}

/** What there is to say of a document in its Word template, by way of the same memory. */
export function checkRendering(
  document: Document,
  word: WordTemplate,
  memory: Memory | null,
): readonly Diagnostic[] {
  return recall(memory, checkWith, document, word.name, word.bytes, word.shipped);
}

function checkWith(
  document: Document,
  name: string,
  bytes: Uint8Array,
  shipped: string,
): readonly Diagnostic[] {
  return checkWord(document, { name, bytes, shipped });
}

function renderWith(
  document: Document,
  formats: readonly ReportFormat[],
  name: string,
  bytes: Uint8Array | null,
  shipped: string,
): Outcome<readonly Rendering[]> {
  return render(document, formats, bytes && { name, bytes, shipped });
}
