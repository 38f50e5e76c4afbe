/** String: static methods. */
import { datetimeText } from '../../../../runtime/toText.ts';
import type { Value } from '../../../../runtime/values/kinds.ts';
import { membersOf } from '../../../declare.ts';
import { perElement } from '../cost.ts';
import { elementsOf } from '../iterate.ts';
import { required } from '../arguments.ts';
import { formatMessage } from './format.ts';
import { onlySpace } from './spaces.ts';
import { valueText } from './valueText.ts';

const { m } = membersOf<string>();

const isEmpty = (text: string | null): boolean => text === null || text === '';
const isBlank = (text: string | null): boolean => text === null || onlySpace.test(text);
/** Inside of joined and formatted texts null shows as the word. */
const shown = (value: Value): string => valueText(value) ?? 'null';

function commonPrefix(texts: readonly Value[]): string {
  if (texts.length === 0 || texts.includes(null)) return '';
  const [first = '', ...rest] = texts as string[];
  let length = first.length;
  for (const text of rest) {
    let i = 0;
    while (i < length && text[i] === first[i]) i++;
    length = i;
  }
  return first.slice(0, length);
}

export const staticMembers = [
  m('static Boolean isBlank(String text)', isBlank),
  m('static Boolean isNotBlank(String text)', (text) => !isBlank(text)),
  m('static Boolean isEmpty(String text)', isEmpty),
  m('static Boolean isNotEmpty(String text)', (text) => !isEmpty(text)),
  m('static String escapeSingleQuotes(String text)', (text) => required(text).replaceAll("'", "\\'")),
  perElement(
    0.1,
    m('static String format(String pattern, List<Object> args)', (pattern, args) =>
      formatMessage(required(pattern), required(args).items.map(shown)),
    ),
  ),
  m('static String fromCharArray(List<Integer> characters)', (characters) =>
    required(characters)
      .items.map((code) => String.fromCodePoint(required(code) as number))
      .join(''),
  ),
  m('static String getCommonPrefix(List<String> texts)', (texts) => commonPrefix(required(texts).items)),
  perElement(
    0.1,
    m('static String join(Object iterable, String separator)', (iterable, separator) =>
      elementsOf(required(iterable)).map(shown).join(required(separator)),
    ),
  ),
  m('static String valueOf(Object value)', valueText),
  m('static String valueOf(Date value)', valueText),
  m('static String valueOf(Datetime value)', valueText),
  m('static String valueOf(Decimal value)', valueText),
  m('static String valueOf(Double value)', valueText),
  m('static String valueOf(Integer value)', valueText),
  m('static String valueOf(Long value)', valueText),
  m('static String valueOfGmt(Datetime value)', (value) => datetimeText(required(value).ms)),
];
