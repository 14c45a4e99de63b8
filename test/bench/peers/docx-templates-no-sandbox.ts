import { createReport } from "docx-templates";
import { job } from "./job.ts";

/** As the documentation allows where the template is one's own. */
void job((template, data) => createReport({ template: template.bytes, data, noSandbox: true }));
