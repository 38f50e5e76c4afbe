/** Numbers as text: reading `Integer.valueOf('12')`, writing `format()` in the user's locale. */
import { apexError, NotSupported } from '../../../runtime/exceptions.ts';
import { current } from '../../../runtime/transaction.ts';
import { ApexDecimal, ApexDouble } from '../../../runtime/values/numbers.ts';
import { required } from './arguments.ts';

const invalid = (kind: string, text: string): never => {
  throw apexError('TypeException', `Invalid ${kind}: ${text}`);
};

function trimmed(text: string | null, kind: string): string {
  const given = required(text);
  const inner = given.trim();
  if (inner === given || inner === '') return given;
  return kind === 'double' || current().settings.position('spaceAroundNumbers') === 'all' ? inner : given;
}

function integral(text: string | null, kind: 'integer' | 'long', bits: 32 | 64): bigint {
  const given = trimmed(text, kind);
  if (!/^[+-]?\d+$/.test(given)) return invalid(kind, given);
  const value = BigInt(given.replace(/^\+/, ''));
  return BigInt.asIntN(bits, value) === value ? value : invalid(kind, given);
}

export const parseInteger = (text: string | null): number => Number(integral(text, 'integer', 32));
export const parseLong = (text: string | null): bigint => integral(text, 'long', 64);

const numberForm = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

export function parseDouble(text: string | null): ApexDouble {
  const given = trimmed(text, 'double');
  return numberForm.test(given) ? new ApexDouble(Number(given)) : invalid('double', given);
}

export function parseDecimal(text: string | null): ApexDecimal {
  const given = trimmed(text, 'decimal');
  return numberForm.test(given) ? ApexDecimal.of(given) : invalid('decimal', given);
}

/** `en-US` for the user's `en_US`; the org's default where there is no such user. */
export function userLocale(): string {
  const transaction = current();
  const key = transaction.data.record('User', transaction.user)?.fields.get('LocaleSidKey');
  return typeof key === 'string' ? key.replaceAll('_', '-') : 'en-US';
}

/** Plain digits grouped as the user's locale does. Every digit of the fraction is kept. */
export function formatNumber(digits: string): string {
  const locale = userLocale();
  if (!/^(?:en|de|fr|es|it|nl|pt)(?:-|$)/.test(locale)) throw new NotSupported(`number format of the locale ${locale}`);
  const fraction = /\.(\d+)$/.exec(digits)?.[1] ?? '';
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: fraction.length, maximumFractionDigits: fraction.length });
  return format.format(digits as Intl.StringNumericLiteral);
}
