/** `System.XmlStreamReader`: a cursor over the events of a text, as javax.xml.stream has it. */
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { LibraryObject } from '../../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { enumConstant } from '../../../enumValues.ts';
import { required } from '../arguments.ts';
import { readXml, type XmlAttribute, type XmlDeclaration, type XmlEvent, type XmlName, type XmlText } from './read.ts';
import { xmlTagDeclaration } from './XmlTag.ts';

/** What `next()` gives: javax.xml.stream.XMLStreamConstants. */
const codes = {
  START_ELEMENT: 1,
  END_ELEMENT: 2,
  PROCESSING_INSTRUCTION: 3,
  CHARACTERS: 4,
  COMMENT: 5,
  START_DOCUMENT: 7,
  END_DOCUMENT: 8,
} as const;

type Tag = keyof typeof codes;

const tags: Readonly<Record<XmlEvent['kind'], Tag>> = {
  start: 'START_ELEMENT',
  end: 'END_ELEMENT',
  text: 'CHARACTERS',
  cdata: 'CHARACTERS',
  comment: 'COMMENT',
  instruction: 'PROCESSING_INSTRUCTION',
};

type Characters = XmlEvent & { kind: 'text' | 'cdata' };

class ApexXmlReader extends LibraryObject {
  readonly apexType = 'XmlStreamReader';
  readonly xml: XmlText;
  coalescing = false;
  tag: Tag = 'START_DOCUMENT';
  event: XmlEvent | null = null;
  #at = 0;

  constructor(text: string) {
    super();
    this.xml = readXml(text);
  }

  next(): number {
    if (this.tag === 'END_DOCUMENT') throw apexError('NoSuchElementException', 'END_DOCUMENT reached: no more elements on the stream.');
    const event = this.xml.events[this.#at++] ?? null;
    const { fault } = this.xml;
    if (!event && fault)
      throw apexError('XmlException', `ParseError at [row,col]:[${fault.line},${fault.column}]\nMessage: ${fault.message}`);
    this.event = event && isCharacters(event) ? this.#run(event) : event;
    this.tag = event ? tags[event.kind] : 'END_DOCUMENT';
    return codes[this.tag];
  }

  /** Text and CDATA side by side are one event when coalescing; into how many they fall otherwise depends on the platform's buffers. */
  #run(first: Characters): Characters {
    let { text } = first;
    let plain = first.kind === 'text' && !first.hasReferences;
    for (let next = this.xml.events[this.#at]; next && isCharacters(next); next = this.xml.events[++this.#at]) {
      text += next.text;
      plain = false;
    }
    if (!plain && !this.coalescing) throw new NotSupported('XmlStreamReader over text with CDATA or entities without setCoalescing(true)');
    return { kind: 'text', text, hasReferences: false };
  }

  nextTag(): number {
    for (;;) {
      this.next();
      if (this.tag === 'START_ELEMENT' || this.tag === 'END_ELEMENT') return codes[this.tag];
      const isPassedOver = this.tag === 'COMMENT' || this.tag === 'PROCESSING_INSTRUCTION' || isBlank(this.event);
      if (!isPassedOver) throw apexError('XmlException', `found: ${this.tag}, expected START_ELEMENT or END_ELEMENT`);
    }
  }

  /** What the platform throws in another state is not documented. */
  need<K extends XmlEvent['kind']>(...kinds: readonly K[]): XmlEvent & { kind: K } {
    const { event } = this;
    if (!event || !(kinds as readonly string[]).includes(event.kind))
      throw new NotSupported(`XmlStreamReader at ${this.tag}, asked for what is not there`);
    return event as XmlEvent & { kind: K };
  }

  namespaceOf(prefix: string): string | null {
    let depth = 0;
    for (let i = this.#at - 1; i >= 0; i--) {
      const event = this.xml.events[i];
      if (event?.kind === 'end' && i < this.#at - 1) depth++;
      if (event?.kind !== 'start') continue;
      if (depth > 0) depth--;
      else {
        const found = event.declared.find((one) => one.prefix === prefix);
        if (found) return found.uri;
      }
    }
    return null;
  }
}

const isCharacters = (event: XmlEvent): event is Characters => event.kind === 'text' || event.kind === 'cdata';
const isBlank = (event: XmlEvent | null): boolean => event?.kind === 'text' && event.text.trim() === '';

const { m, c } = membersOf<ApexXmlReader>();

const name = (self: ApexXmlReader): XmlName => self.need('start', 'end').name;
const declared = (self: ApexXmlReader): readonly XmlDeclaration[] => self.need('start', 'end').declared;

function at<T>(items: readonly T[], index: number | null): T {
  const found = items[required(index)];
  if (found === undefined) throw new NotSupported(`XmlStreamReader with the index ${index}`);
  return found;
}

const attribute = (self: ApexXmlReader, index: number | null): XmlAttribute => at(self.need('start').attributes, index);

export const xmlStreamReaderDeclaration = standardClass(
  'System.XmlStreamReader',
  [
    c('(String xml)', (xml) => new ApexXmlReader(required(xml))),
    m('Integer getAttributeCount()', (self) => self.need('start').attributes.length),
    m('String getAttributeLocalName(Integer index)', (self, index) => attribute(self, index).local),
    m('String getAttributeNamespace(Integer index)', (self, index) => attribute(self, index).namespace),
    m('String getAttributePrefix(Integer index)', (self, index) => attribute(self, index).prefix),
    m('String getAttributeType(Integer index)', (self, index) => (attribute(self, index), 'CDATA')),
    m('String getAttributeValue(String namespace, String name)', (self, namespace, local) => {
      const fits = (one: XmlAttribute): boolean => one.local === required(local) && (namespace === null || one.namespace === namespace);
      return self.need('start').attributes.find(fits)?.value ?? null;
    }),
    m('String getAttributeValueAt(Integer index)', (self, index) => attribute(self, index).value),
    m('XmlTag getEventType()', (self) => enumConstant(xmlTagDeclaration, self.tag)),
    m('String getLocalName()', (self) => name(self).local),
    m('String getNamespace()', (self) => name(self).namespace),
    m('Integer getNamespaceCount()', (self) => declared(self).length),
    m('String getNamespacePrefix(Integer index)', (self, index) => at(declared(self), index).prefix || null),
    m('String getNamespaceURI(String prefix)', (self, prefix) => self.namespaceOf(required(prefix))),
    m('String getNamespaceURIAt(Integer index)', (self, index) => at(declared(self), index).uri),
    m('String getPIData()', (self) => self.need('instruction').data),
    m('String getPITarget()', (self) => self.need('instruction').target),
    m('String getPrefix()', (self) => name(self).prefix),
    m('String getText()', (self) => self.need('text', 'comment').text),
    m('String getVersion()', (self) => self.xml.version),
    m('Boolean hasName()', (self) => self.tag === 'START_ELEMENT' || self.tag === 'END_ELEMENT'),
    m('Boolean hasNext()', (self) => self.tag !== 'END_DOCUMENT'),
    m('Boolean hasText()', (self) => self.tag === 'CHARACTERS' || self.tag === 'COMMENT'),
    m('Boolean isCharacters()', (self) => self.tag === 'CHARACTERS'),
    m('Boolean isEndElement()', (self) => self.tag === 'END_ELEMENT'),
    m('Boolean isStartElement()', (self) => self.tag === 'START_ELEMENT'),
    m('Boolean isWhitespace()', (self) => isBlank(self.event)),
    m('Integer next()', (self) => self.next()),
    m('Integer nextTag()', (self) => self.nextTag()),
    m('void setCoalescing(Boolean coalescing)', (self, coalescing) => {
      self.coalescing = required(coalescing);
    }),
    m('void setNamespaceAware(Boolean aware)', (_self, aware) => {
      if (!required(aware)) throw new NotSupported('XmlStreamReader.setNamespaceAware(false)');
    }),
  ],
  { notSupported: ['getLocation()', 'toString()'] },
);
