import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { job } from "./job.ts";

void job(async (template, report) => {
  const document = new Docxtemplater(new PizZip(template.bytes), { paragraphLoop: true, linebreaks: true });
  document.render(report);
  return document.toBuffer();
});
