/** `System.XmlStreamWriter`: writes what it is told in the order it is told, as javax.xml.stream has it. */
import { NotSupported } from '../../../../runtime/exceptions.ts';
import { LibraryObject } from '../../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { required } from '../arguments.ts';

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeValue = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

class ApexXmlWriter extends LibraryObject {
  readonly apexType = 'XmlStreamWriter';
  #text = '';
  readonly #open: string[] = [];
  /** A start tag whose `>` is not written yet. */
  #pending: '>' | '/>' | null = null;

  /** Anything but an attribute ends the start tag before it. */
  write(text: string): void {
    if (this.#pending) this.#text += this.#pending;
    this.#pending = null;
    this.#text += text;
  }

  start(prefix: string | null, local: string | null, isEmpty: boolean): void {
    const name = named(prefix, local);
    this.write(`<${name}`);
    this.#pending = isEmpty ? '/>' : '>';
    if (!isEmpty) this.#open.push(name);
  }

  end(): void {
    const name = this.#open.pop();
    if (name === undefined) throw new NotSupported('XmlStreamWriter.writeEndElement without an open element');
    this.write(`</${name}>`);
  }

  endDocument(): void {
    while (this.#open.length > 0) this.end();
    this.write('');
  }

  attribute(name: string, value: string): void {
    if (!this.#pending) throw new NotSupported('XmlStreamWriter: an attribute outside of a start tag');
    this.#text += ` ${name}="${escapeValue(value)}"`;
  }

  get text(): string {
    return this.#text;
  }
}

const { m, c } = membersOf<ApexXmlWriter>();

const named = (prefix: string | null, local: string | null): string =>
  prefix === null || prefix === '' ? required(local) : `${prefix}:${required(local)}`;

export const xmlStreamWriterDeclaration = standardClass('System.XmlStreamWriter', [
  c('()', () => new ApexXmlWriter()),
  m('void close()', (self) => self.write('')),
  m('String getXmlString()', (self) => self.text),
  // Only tells the platform's writer what it may leave out; nothing is written.
  m('void setDefaultNamespace(String uri)', (_self, uri) => void required(uri)),
  m('void writeAttribute(String prefix, String namespace, String name, String value)', (self, prefix, _namespace, local, value) =>
    self.attribute(named(prefix, local), required(value)),
  ),
  m('void writeCData(String data)', (self, data) => self.write(`<![CDATA[${required(data)}]]>`)),
  m('void writeCharacters(String text)', (self, text) => self.write(escapeText(required(text)))),
  m('void writeComment(String text)', (self, text) => self.write(`<!--${required(text)}-->`)),
  m('void writeDefaultNamespace(String uri)', (self, uri) => self.attribute('xmlns', required(uri))),
  m('void writeEmptyElement(String prefix, String name, String namespace)', (self, prefix, local) => self.start(prefix, local, true)),
  m('void writeEndDocument()', (self) => self.endDocument()),
  m('void writeEndElement()', (self) => self.end()),
  m('void writeNamespace(String prefix, String uri)', (self, prefix, uri) =>
    self.attribute(prefix === null || prefix === '' ? 'xmlns' : `xmlns:${prefix}`, required(uri)),
  ),
  m('void writeProcessingInstruction(String target, String data)', (self, target, data) =>
    self.write(`<?${required(target)} ${required(data)}?>`),
  ),
  m('void writeStartDocument(String encoding, String version)', (self, encoding, version) =>
    self.write(`<?xml version="${required(version)}"${encoding === null ? '' : ` encoding="${encoding}"`}?>`),
  ),
  m('void writeStartElement(String prefix, String name, String namespace)', (self, prefix, local) => self.start(prefix, local, false)),
]);
