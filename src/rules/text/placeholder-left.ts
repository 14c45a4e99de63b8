import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

/** 李×× is a name that is kept back, 津A××××× a plate. */
const surname =
  "王李张刘陈杨黄赵吴徐孙朱胡郭郑谢罗梁宋唐许韩冯邓曹彭曾董袁潘蒋蔡杜苏魏丁沈姚卢姜崔谭陆汪范廖贾韦傅邹孟熊秦邱阎段侯";
const hidden = `(?<![${surname}某A-Za-z\\d×Ｘ./@_-])`;
const blank = [
  `${hidden}(?:X{2,}|x{2,}|Ｘ{2,}|×{2,})(?![A-Za-z\\d×Ｘ./@_-])`,
  `${hidden}[XxＸ×](?=[年月日次名件])|20(?:xx|XX|××)(?=年)`,
  "(?<=[〕第])[XＸ×](?=号)|(?<=〔)[XＸ×]{1,4}(?=〕)",
  "(?<![A-Za-z\\d_])[_＿]{2,}(?![A-Za-z\\d_])",
  "(?<![A-Za-z\\d])(?:TODO|TBD|FIXME)(?![A-Za-z\\d])",
  "[（(【［[]待(?:定|补|补充|填|填写|核|核实|确认|完善)[）)】］\\]]",
  "(?<![有等])待定(?=[，。；、]|$)",
  "[（(【［[](?:请填|请补|此处|填写(?=.{0,8}(?:名称|日期|时间|数字|数据|内容|单位|年份|情况)[）)】］\\]]))[^（）()【】［］[\\]]{0,30}[）)】］\\]]",
];
const placeholder = new RegExp(blank.join("|"), "g");
/** One of these is in each of them. */
const possible = /[XxＸ×_＿T]|待[定补填核确完]|请[填补]|此处|填写/;

/** What was to be filled in; in a title 《》 or a quotation too. */
export const placeholderLeft: TextRule = ({ text, isFigure }) =>
  possible.test(text)
    ? eachMatch(text, placeholder, (found, { index }) =>
        isFigure(index) ? null : (span) => diagnostic("placeholder-left", span, { found }),
      )
    : [];
