/** Values as the running user's locale shows them: SOQL's FORMAT. Numbers have the decimal places of their field. */
import { NotSupported } from '../runtime/exceptions.ts';

import { current } from '../runtime/transaction.ts';
import { ApexDate, ApexDatetime } from '../runtime/values/dates.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { ApexDecimal } from '../runtime/values/numbers.ts';
import type { FieldType } from '../schema/model.ts';
import { formatDate } from '../standard/System/core/dates/dateFormat.ts';
import { DAY } from '../standard/System/core/dates/calendar.ts';
import { userFormat } from '../standard/System/core/dates/localeFormats.ts';
import { formatNumber, userLocale } from '../standard/System/core/numberText.ts';
import { userTimeZone } from '../standard/System/platform/today.ts';

const kinds: ReadonlySet<FieldType['kind']> = new Set(['date', 'datetime', 'int', 'double', 'currency']);

export function checkLocalized(field: FieldType): void {
  if (!kinds.has(field.kind)) throw new NotSupported(`SOQL FORMAT of ${field.name} (${field.kind})`);
}

export function localized(field: FieldType, value: Exclude<Value, null>): string {
  if (value instanceof ApexDate) return formatDate(value.days * DAY, 'GMT', userFormat().date);
  if (value instanceof ApexDatetime) return formatDate(value.ms, userTimeZone(current()), userFormat().datetime);
  if (value instanceof ApexDecimal) {
    const digits = value.value.setScale(field.scale).toPlainString();
    return field.kind === 'currency' ? money(digits) : formatNumber(digits);
  }
  return formatNumber(String(value));
}

/** "A fully formatted value, such as $44,000.00": in dollars, the org's only currency; how others write them, or debts, is not said. */
function money(digits: string): string {
  const locale = userLocale();
  if (locale !== 'en-US' || digits.startsWith('-')) throw new NotSupported(`SOQL FORMAT of the amount ${digits} for the locale ${locale}`);
  return `$${formatNumber(digits)}`;
}
