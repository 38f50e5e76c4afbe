/** `System.JSONGenerator`: builds a text value by value. */
import { apexError } from '../../../../runtime/exceptions.ts';
import { LibraryObject, type Value } from '../../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { required } from '../arguments.ts';
import { pretty, plain, type Layout, type Writer } from './layout.ts';
import { quoted, scalarText } from './scalars.ts';
import { writer } from './write.ts';

interface Open {
  readonly kind: 'object' | 'array';
  readonly entries: [string, Writer][];
  readonly items: Writer[];
  field: string | null;
}

export class ApexJsonGenerator extends LibraryObject {
  readonly apexType = 'JSONGenerator';
  readonly layout: Layout;
  closed = false;
  readonly #stack: Open[] = [];
  readonly #roots: Writer[] = [];

  constructor(isPretty: boolean) {
    super();
    this.layout = isPretty ? pretty : plain;
  }

  start(kind: 'object' | 'array'): void {
    this.#stack.push({ kind, entries: [], items: [], field: null });
  }

  end(kind: 'object' | 'array'): void {
    const open = this.#stack.pop();
    if (open?.kind !== kind) throw apexError('JSONException', `Current context is not an ${kind === 'object' ? 'object' : 'array'}`);
    this.write((depth) => (kind === 'object' ? this.layout.object(open.entries, depth) : this.layout.array(open.items, depth)));
  }

  name(field: string): void {
    const open = this.#stack.at(-1);
    if (open?.kind !== 'object' || open.field !== null) throw apexError('JSONException', 'Can not write a field name, expecting a value');
    open.field = field;
  }

  write(value: Writer): void {
    if (this.closed) throw apexError('JSONException', 'The generator is closed');
    const open = this.#stack.at(-1);
    if (!open) this.#roots.push(value);
    else if (open.kind === 'array') open.items.push(value);
    else {
      if (open.field === null) throw apexError('JSONException', 'Can not write a value, expecting field name');
      open.entries.push([quoted(open.field), value]);
      open.field = null;
    }
  }

  /** What is still open is closed. */
  text(): string {
    for (let open = this.#stack.at(-1); open; open = this.#stack.at(-1)) this.end(open.kind);
    this.closed = true;
    return this.#roots.map((root) => root(0)).join(' ');
  }
}

const { m } = membersOf<ApexJsonGenerator>();

function scalar(self: ApexJsonGenerator, value: Value): void {
  const text = scalarText(required(value)) ?? 'null';
  self.write(() => text);
}

function field(self: ApexJsonGenerator, name: string | null, value: Value): void {
  self.name(required(name));
  scalar(self, value);
}

function object(self: ApexJsonGenerator, value: Value): void {
  self.write(writer(value, { layout: self.layout, suppressNulls: false }));
}

const nothing: Writer = () => 'null';

export const jsonGeneratorDeclaration = standardClass('System.JSONGenerator', [
  m('void close()', (self) => void self.text()),
  m('String getAsString()', (self) => self.text()),
  m('Boolean isClosed()', (self) => self.closed),
  m('void writeBlob(Blob value)', scalar),
  m('void writeBlobField(String name, Blob value)', field),
  m('void writeBoolean(Boolean value)', scalar),
  m('void writeBooleanField(String name, Boolean value)', field),
  m('void writeDate(Date value)', scalar),
  m('void writeDateField(String name, Date value)', field),
  m('void writeDateTime(Datetime value)', scalar),
  m('void writeDateTimeField(String name, Datetime value)', field),
  m('void writeEndArray()', (self) => self.end('array')),
  m('void writeEndObject()', (self) => self.end('object')),
  m('void writeFieldName(String name)', (self, name) => self.name(required(name))),
  m('void writeId(Id value)', scalar),
  m('void writeIdField(String name, Id value)', field),
  m('void writeNull()', (self) => self.write(nothing)),
  m('void writeNullField(String name)', (self, name) => {
    self.name(required(name));
    self.write(nothing);
  }),
  m('void writeNumber(Decimal value)', scalar),
  m('void writeNumber(Double value)', scalar),
  m('void writeNumber(Integer value)', scalar),
  m('void writeNumber(Long value)', scalar),
  m('void writeNumberField(String name, Decimal value)', field),
  m('void writeNumberField(String name, Double value)', field),
  m('void writeNumberField(String name, Integer value)', field),
  m('void writeNumberField(String name, Long value)', field),
  m('void writeObject(Object value)', object),
  m('void writeObjectField(String name, Object value)', (self, name, value) => {
    self.name(required(name));
    object(self, value);
  }),
  m('void writeStartArray()', (self) => self.start('array')),
  m('void writeStartObject()', (self) => self.start('object')),
  m('void writeString(String value)', scalar),
  m('void writeStringField(String name, String value)', field),
  m('void writeTime(Time value)', scalar),
  m('void writeTimeField(String name, Time value)', field),
]);
