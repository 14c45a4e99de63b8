import type { BuiltReport } from "../../src/document/record.ts";
import { main } from "../../src/main.ts";
import { adjustableCodes } from "../../src/policy/adjustable.ts";
import { builtReport } from "./built-report.ts";
import { baseFiles } from "./case.ts";
import { type MemoryHost, memoryHost } from "./memory-host.ts";

const dataPath = "/work/data/2022.yaml";
const edited = "/work/edited.docx";

/** Every way to write a text in YAML that edits come home to, with comments between. */
export const data = `# 示例街道二〇二二年数据
year: 2022
office:
  name: 示例街道办事处 # 全称
  short: 示例街道
indicators:
  safety: # 安全科报
    premises: 480余
    patrols: 180   # 次
    hazardsFound: "近1200" # 引号是科室写的
    hazardsFixed: { sameAs: hazardsFound }
    accidents: 0
  demolition: { illegal: 3000余, enclosed: 4400余 }
  duties:
    briefings: { value: 4, period: 2022-H2 }   # 下半年
narrative:
  opening: |

    示例街道认真推进各项工作，查出隐患{{figure safety.hazardsFound}}，巡查{{figure safety.patrols}}，保障了安全。
    全体职工团结一致，圆满完成全年任务。

    统筹发展和安全，群众满意度持续提升。
  # 明年
  plans:
    - lead: 提高认识
      text: 加强学习，巩固成效。 # 党建办
    - lead: '注重实效'
      text: "完善考核，压实责任。"
    - { lead: 改进作风, text: 深入社区走访，倾听居民意见。 }
`;

export interface Built {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly docx: Uint8Array;
  readonly report: BuiltReport;
}

export async function buildFrom(
  files: ReadonlyMap<string, Uint8Array>,
  ...options: readonly string[]
): Promise<Built> {
  const host = memoryHost({ files });
  const exitCode = await main(["build", "2022", ...options], host);
  const docx = host.files.get(`/work/${host.out.stdout.trimEnd()}`);
  if (exitCode !== 0 || !docx) throw new Error(`not built: ${host.out.stderr}`);
  return { files, docx, report: await builtReport(files) };
}

/** What is good style is not the question here: the rules of language are off. */
const style = `rules:\n${adjustableCodes.map((code) => `  ${code}: off\n`).join("")}`;

export function withData(text: string): ReadonlyMap<string, Uint8Array> {
  return new Map(baseFiles())
    .set(dataPath, new TextEncoder().encode(text))
    .set("/work/.report.yaml", new TextEncoder().encode(style));
}

export const built: Built = await buildFrom(withData(data));

interface Ran {
  readonly exitCode: number;
  readonly host: MemoryHost;
}

export async function pull(docx: Uint8Array, args: readonly string[], from: Built = built): Promise<Ran> {
  const host = memoryHost({ files: new Map(from.files).set(edited, docx) });
  const exitCode = await main(["pull", "edited.docx", "--lang", "en", ...args], host);
  return { exitCode, host };
}

export function dataIn({ files }: MemoryHost): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(files.get(dataPath));
}
