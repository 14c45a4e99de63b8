import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

/** What is wrong, with what makes it certain, and what is right; $1 is the first group. */
const confused: readonly (readonly [pattern: string, wanted: string])[] = [
  ["民计民生", "国计民生"],
  ["(学|领会|理解|钻研|研究|掌握|把握|思考|调研|挖掘)的不([深透])", "$1得不$2"],
  ["(抓|做)的不([实细深紧])", "$1得不$2"],
  ["(?<![公发宣颁遍分散])布署(?!名)", "部署"],
  ["部暑(?![期假])", "部署"],
  ["其它", "其他"],
  ["涉及到(?![期位账场会岗户])", "涉及"],
  ["(?<![名请稿报])截止(?=(?:19|20)\\d\\d年|\\d{1,2}月|目前|年底)", "截至"],
  ["会议记要(?![点求事])", "会议纪要"],
  ["做为(?=一[个名项种支]|首要|突破口|重要(?:内容|抓手|依据|任务|举措|组成))", "作为"],
  ["台帐(?!篷)", "台账"],
  ["([转对结记报坏查])帐(?![篷子幕])", "$1账"],
  ["(?<![转对结记报坏查])帐([户目簿号])", "账$1"],
  ["登陆(?=网站|官网|系统|账号|后台|网址|页面|微信)", "登录"],
  ["([整政防])冶(?![金炼])", "$1治"],
  ["按步就班", "按部就班"],
  ["再接再励", "再接再厉"],
  ["一如继往", "一如既往"],
  ["一愁莫展", "一筹莫展"],
  ["因地治宜", "因地制宜"],
  ["排优解难", "排忧解难"],
  ["迫不急待", "迫不及待"],
  ["欢渡(?=佳节|节日|春节|国庆|新春|元宵)", "欢度"],
  ["松驰", "松弛"],
  ["纠份", "纠纷"],
];
const patterns = confused.map(([pattern, wanted]) => ({
  pattern: new RegExp(pattern, "g"),
  wanted,
  certain: certainOf(pattern),
}));
const possible = new RegExp(patterns.map(({ certain }) => certain).join("|"));

/** The letters that every match of a pattern has: the longest run of them outside its groups. */
function certainOf(pattern: string): string {
  const outside = pattern.replace(/\([^()]*\)/g, "|");
  if (outside.includes("(")) return certainOf(outside);
  return outside.split("|").reduce((longest, each) => (each.length > longest.length ? each : longest));
}

/** Words that are written for others, where nothing else can be meant. */
export const wordConfused: TextRule = ({ own }) =>
  possible.test(own)
    ? patterns
        .filter(({ certain }) => own.includes(certain))
        .flatMap(({ pattern, wanted }) =>
          eachMatch(own, pattern, (found, groups) => {
            const right = wanted.replace(/\$(\d)/g, (_, group) => groups[Number(group)] ?? "");
            return (span) => diagnostic("word-confused", span, { found, wanted: right });
          }),
        )
    : [];
