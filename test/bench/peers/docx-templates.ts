import { createReport } from "docx-templates";
import { job } from "./job.ts";

void job((template, data) => createReport({ template: template.bytes, data }));
