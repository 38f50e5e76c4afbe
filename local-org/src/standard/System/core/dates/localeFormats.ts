/** Short date and time formats of the user's locale, as `format()` and `parse()` use them. Locales not listed are refused. */
import { NotSupported } from '../../../../runtime/exceptions.ts';
import { userLocale } from '../numberText.ts';

export interface LocaleFormat {
  /** In the letters of dateFormat.ts. */
  readonly date: string;
  readonly datetime: string;
  /** 0 = Sunday. */
  readonly weekStart: number;
}

const formats: Readonly<Record<string, LocaleFormat>> = {
  'en-US': { date: 'M/d/yyyy', datetime: 'M/d/yyyy, h:mm a', weekStart: 0 },
  'en-GB': { date: 'dd/MM/yyyy', datetime: 'dd/MM/yyyy, HH:mm', weekStart: 1 },
  'de-DE': { date: 'dd.MM.yyyy', datetime: 'dd.MM.yyyy, HH:mm', weekStart: 1 },
  'fr-FR': { date: 'dd/MM/yyyy', datetime: 'dd/MM/yyyy HH:mm', weekStart: 1 },
  'it-IT': { date: 'dd/MM/yyyy', datetime: 'dd/MM/yyyy, HH:mm', weekStart: 1 },
};

export function userFormat(): LocaleFormat {
  const locale = userLocale();
  const format = formats[locale];
  if (!format) throw new NotSupported(`date format of the locale ${locale}`);
  return format;
}
