import { elements } from "../package/xml.ts";
import type { FigureNames } from "./figures.ts";
import { firstBelow, type WordFile } from "./open-word.ts";
import { Walk } from "./walk.ts";

/** All that a file says: the body, then headers, footers and notes. */
export function walkWord({ document, related }: WordFile, names: FigureNames): Walk {
  const walk = new Walk(names);
  const body = firstBelow(document, "w:body");
  if (body) walk.story(body, "body");
  for (const story of ["header", "footer"] as const)
    for (const root of related(story)) walk.story(root, story);
  for (const story of ["footnote", "endnote"] as const)
    for (const root of related(`${story}s`))
      for (const note of elements(root)) {
        // The lines that part notes from the text are none (ECMA-376 part 1 §17.18.33).
        const type = note.attributes.get("w:type") ?? "normal";
        if (type === "normal") walk.story(note, story, note.attributes.get("w:id") ?? "");
      }
  return walk;
}
