/** `System.JSONParser`: goes through the tokens of a text. */
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { toId } from '../../../../runtime/convert.ts';
import { ApexBlob } from '../../../../runtime/values/blob.ts';
import type { ApexDate } from '../../../../runtime/values/dates.ts';
import { EnumValue, LibraryObject, type Value } from '../../../../runtime/values/kinds.ts';
import { ApexDecimal, ApexDouble } from '../../../../runtime/values/numbers.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { enumConstant } from '../../../enumValues.ts';
import { required } from '../arguments.ts';
import { parseIsoDate } from '../dates/Date.ts';
import { ApexType } from '../reflection/ApexType.ts';
import { isoDatetime, isoTime, typed } from './convert.ts';
import { jsonTokenDeclaration, type JsonTokenName } from './JSONToken.ts';
import { readTokens, type Json, type Token } from './read.ts';

export class ApexJsonParser extends LibraryObject {
  readonly apexType = 'JSONParser';
  readonly #read: ReturnType<typeof readTokens>;
  #at = -1;
  current: Token | null = null;
  lastCleared: Token | null = null;

  constructor(text: string) {
    super();
    this.#read = readTokens(text);
  }

  next(): Token | null {
    this.#at++;
    const { tokens, fault } = this.#read;
    this.current = tokens[this.#at] ?? null;
    if (!this.current && fault) throw fault;
    return this.current;
  }

  clear(): void {
    this.lastCleared = this.current;
    this.current = null;
  }

  skipChildren(): void {
    if (this.current?.kind !== 'START_OBJECT' && this.current?.kind !== 'START_ARRAY') return;
    for (let depth = 1; depth > 0;) {
      const token = this.next();
      if (!token) return;
      if (token.kind === 'START_OBJECT' || token.kind === 'START_ARRAY') depth++;
      if (token.kind === 'END_OBJECT' || token.kind === 'END_ARRAY') depth--;
    }
  }

  /** The value that begins at the current token; afterwards its last token is the current one. */
  value(): Json {
    if (this.current?.kind === 'FIELD_NAME' || this.current === null) this.next();
    const token = this.need();
    switch (token.kind) {
      case 'START_OBJECT': {
        const entries: [string, Json][] = [];
        while (this.next()?.kind === 'FIELD_NAME') {
          const name = this.need().text;
          this.next();
          entries.push([name, this.value()]);
        }
        return { kind: 'object', entries };
      }
      case 'START_ARRAY': {
        const items: Json[] = [];
        while (this.next()?.kind !== 'END_ARRAY') items.push(this.value());
        return { kind: 'array', items };
      }
      case 'VALUE_TRUE':
      case 'VALUE_FALSE':
        return { kind: 'boolean', value: token.kind === 'VALUE_TRUE' };
      case 'VALUE_NULL':
        return { kind: 'null' };
      case 'VALUE_NUMBER_INT':
        return { kind: 'int', text: token.text };
      case 'VALUE_NUMBER_FLOAT':
        return { kind: 'float', text: token.text };
      case 'VALUE_STRING':
        return { kind: 'string', text: token.text };
      default:
        throw apexError('JSONException', `Unexpected token ${token.kind}`);
    }
  }

  need(...kinds: readonly JsonTokenName[]): Token {
    const token = this.current;
    if (!token || (kinds.length > 0 && !kinds.includes(token.kind)))
      throw apexError('JSONException', `Current token (${token?.kind ?? 'null'}) ${complaint(kinds[0])}`);
    return token;
  }
}

/** As Jackson, the platform's parser, puts it. */
function complaint(wanted: JsonTokenName | undefined): string {
  if (wanted === 'VALUE_NUMBER_INT') return 'not numeric, can not use numeric value accessors';
  return wanted === 'VALUE_TRUE' ? 'not of boolean type' : 'is not of the type asked for';
}

const { m } = membersOf<ApexJsonParser>();

const tokenValue = (token: Token | null): EnumValue | null => (token ? enumConstant(jsonTokenDeclaration, token.kind) : null);
const digits = (self: ApexJsonParser): string => self.need('VALUE_NUMBER_INT', 'VALUE_NUMBER_FLOAT').text;
function whole(self: ApexJsonParser, type: 'Integer' | 'Long'): Value {
  const { kind, text: written } = self.need('VALUE_NUMBER_INT', 'VALUE_NUMBER_FLOAT');
  if (kind === 'VALUE_NUMBER_FLOAT') throw new NotSupported(`JSONParser: ${written} read as ${type}`);
  return typed({ kind: 'int', text: written }, type, false);
}
const text = (self: ApexJsonParser): string => self.need('VALUE_STRING').text;
const read = (self: ApexJsonParser, type: Value, strict: boolean): Value => typed(self.value(), (required(type) as ApexType).name, strict);

/** Moves over field names to the value. */
function nextValue(self: ApexJsonParser): EnumValue | null {
  const token = self.next();
  return tokenValue(token?.kind === 'FIELD_NAME' ? self.next() : token);
}

export const jsonParserDeclaration = standardClass('System.JSONParser', [
  m('void clearCurrentToken()', (self) => self.clear()),
  m('Blob getBlobValue()', (self) => new ApexBlob(new Uint8Array(Buffer.from(text(self), 'base64')))),
  m('Boolean getBooleanValue()', (self) => self.need('VALUE_TRUE', 'VALUE_FALSE').kind === 'VALUE_TRUE'),
  m('String getCurrentName()', (self) => self.current?.name ?? null),
  m('JSONToken getCurrentToken()', (self) => tokenValue(self.current)),
  m('Datetime getDateTimeValue()', (self) => isoDatetime(text(self))),
  m('Date getDateValue()', (self): ApexDate => parseIsoDate(text(self).slice(0, 10))),
  m('Decimal getDecimalValue()', (self) => ApexDecimal.of(digits(self))),
  m('Double getDoubleValue()', (self) => new ApexDouble(Number(digits(self)))),
  m('Id getIdValue()', (self) => toId(text(self))),
  m('Integer getIntegerValue()', (self) => whole(self, 'Integer') as number),
  m('JSONToken getLastClearedToken()', (self) => tokenValue(self.lastCleared)),
  m('Long getLongValue()', (self) => whole(self, 'Long') as bigint),
  m('String getText()', (self) => self.current?.text ?? null),
  m('Time getTimeValue()', (self) => isoTime(text(self))),
  m('Boolean hasCurrentToken()', (self) => self.current !== null),
  m('JSONToken nextToken()', (self) => tokenValue(self.next())),
  m('JSONToken nextValue()', nextValue),
  m('Object readValueAs(Type type)', (self, type) => read(self, type, false)),
  m('Object readValueAsStrict(Type type)', (self, type) => read(self, type, true)),
  m('void skipChildren()', (self) => self.skipChildren()),
]);
