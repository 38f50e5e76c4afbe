/** How single values are written in JSON, for JSON.serialize and JSONGenerator. */
import { NotSupported } from '../../../../runtime/exceptions.ts';
import { doubleText } from '../../../../runtime/toText.ts';
import { ApexBlob } from '../../../../runtime/values/blob.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../../../runtime/values/dates.ts';
import { EnumValue, type Value } from '../../../../runtime/values/kinds.ts';
import { ApexDecimal, ApexDouble } from '../../../../runtime/values/numbers.ts';
import { DAY } from '../dates/calendar.ts';

const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

export function quoted(text: string): string {
  return `"${text.replace(/["\\\x00-\x1f]/g, (char) => short[char] ?? `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)}"`;
}

/** Null if the value is not a single one. Datetimes of records are written as the REST API does, with `+0000`, others with `Z`. */
export function scalarText(value: Value, ofRecord = false): string | null {
  if (value === null) return 'null';
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof ApexDecimal) return value.value.toPlainString();
  if (value instanceof ApexDouble) {
    if (!Number.isFinite(value.value)) throw new NotSupported(`${value.value} in JSON`);
    return doubleText(value.value);
  }
  if (value instanceof ApexDate) return `"${new Date(value.days * DAY).toISOString().slice(0, 10)}"`;
  if (value instanceof ApexDatetime) return `"${new Date(value.ms).toISOString().replace('Z', ofRecord ? '+0000' : 'Z')}"`;
  if (value instanceof ApexTime) return `"${new Date(value.ms).toISOString().slice(11)}"`;
  if (value instanceof ApexBlob) return `"${Buffer.from(value.bytes).toString('base64')}"`;
  if (value instanceof EnumValue) return quoted(value.name);
  return null;
}
