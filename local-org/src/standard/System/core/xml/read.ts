/** XML text → events, with namespaces resolved. Nothing outside of the text is ever read: a DOCTYPE is refused. */
import { NotSupported } from '../../../../runtime/exceptions.ts';

export interface XmlName {
  readonly prefix: string | null;
  readonly local: string;
  readonly namespace: string | null;
}

export interface XmlAttribute extends XmlName {
  readonly value: string;
}

export interface XmlDeclaration {
  /** Empty for `xmlns="…"`. */
  readonly prefix: string;
  readonly uri: string;
}

export type XmlEvent =
  | {
      readonly kind: 'start';
      readonly name: XmlName;
      readonly attributes: readonly XmlAttribute[];
      readonly declared: readonly XmlDeclaration[];
    }
  | { readonly kind: 'end'; readonly name: XmlName; readonly declared: readonly XmlDeclaration[] }
  | { readonly kind: 'text'; readonly text: string; readonly hasReferences: boolean }
  | { readonly kind: 'cdata' | 'comment'; readonly text: string }
  | { readonly kind: 'instruction'; readonly target: string; readonly data: string };

export interface XmlText {
  readonly version: string | null;
  /** Up to the fault, if there is one. */
  readonly events: readonly XmlEvent[];
  readonly fault: XmlFault | null;
}

/** Where and why a text is no XML. */
class XmlFault extends Error {
  readonly line: number;
  readonly column: number;
  constructor(why: string, line: number, column: number) {
    super(why);
    this.line = line;
    this.column = column;
  }
}

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

interface Open {
  readonly qualified: string;
  readonly name: XmlName;
  readonly declared: readonly XmlDeclaration[];
}

class XmlReader {
  readonly #text: string;
  readonly #events: XmlEvent[] = [];
  readonly #open: Open[] = [];
  #at = 0;
  #hasRoot = false;

  constructor(text: string) {
    this.#text = text.replace(/\r\n?/g, '\n');
  }

  read(): XmlText {
    const declaration = this.#take(/\ufeff?<\?xml\s+version\s*=\s*(?:"([^"]*)"|'([^']*)')[^?]*\?>/y);
    const version = declaration?.[1] ?? declaration?.[2] ?? null;
    try {
      this.#document();
      return { version, events: this.#events, fault: null };
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
      return { version, events: this.#events, fault: error };
    }
  }

  #document(): void {
    while (this.#at < this.#text.length) this.#next();
    const unclosed = this.#open.at(-1);
    if (unclosed) this.#fail(`no end tag </${unclosed.qualified}>`);
    if (!this.#hasRoot) this.#fail('no root element');
  }

  #fail(why: string): never {
    const before = this.#text.slice(0, this.#at);
    throw new XmlFault(why, before.split('\n').length, this.#at - before.lastIndexOf('\n'));
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }

  #next(): void {
    if (this.#text[this.#at] !== '<') return this.#characters();
    const comment = this.#take(/<!--((?:[^-]|-(?!-))*)-->/y);
    if (comment) return this.#emit({ kind: 'comment', text: comment[1] ?? '' });
    const cdata = this.#open.length > 0 ? this.#take(/<!\[CDATA\[([\s\S]*?)\]\]>/y) : null;
    if (cdata) return this.#emit({ kind: 'cdata', text: cdata[1] ?? '' });
    if (this.#take(/<!DOCTYPE/y)) throw new NotSupported('XML with a DOCTYPE');
    const instruction = this.#take(/<\?([^\s?]+)\s*([\s\S]*?)\?>/y);
    if (instruction) return this.#emit({ kind: 'instruction', target: instruction[1] ?? '', data: instruction[2] ?? '' });
    const end = this.#take(/<\/([^\s<>/]+)\s*>/y);
    if (end) return this.#end(end[1] ?? '');
    this.#start();
  }

  #emit(event: XmlEvent): void {
    this.#events.push(event);
  }

  #characters(): void {
    const raw = this.#take(/[^<]+/y)?.[0] ?? '';
    if (this.#open.length > 0) this.#emit({ kind: 'text', text: this.#resolved(raw), hasReferences: raw.includes('&') });
    else if (raw.trim() !== '') this.#fail(`text outside of the root element`);
  }

  #resolved(raw: string): string {
    return raw.replace(/&([^;\s&]*);?/g, (whole, name: string) => {
      const code = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name);
      const text = code ? String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? '', code[1] === undefined ? 10 : 16)) : entities[name];
      return text !== undefined && whole.endsWith(';') ? text : this.#fail(`could not resolve entity named '${name}'`);
    });
  }

  #start(): void {
    const open = this.#take(/<([^\s<>/=!?'"&]+)/y);
    if (!open) this.#fail('expected a tag name after <');
    if (this.#open.length === 0 && this.#hasRoot) this.#fail('more than one root element');
    const raw = new Map<string, string>();
    for (let match = this.#attribute(); match; match = this.#attribute()) {
      if (raw.has(match.name)) this.#fail(`duplicated attribute ${match.name}`);
      raw.set(match.name, match.value);
    }
    const close = this.#take(/\s*(\/?)>/y);
    if (!close) this.#fail('expected > at the end of a start tag');
    this.#hasRoot = true;
    this.#element(open[1] ?? '', raw);
    if (close[1] === '/') this.#end(open[1] ?? '');
  }

  #attribute(): { name: string; value: string } | null {
    const match = this.#take(/\s+([^\s<>/='"]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y);
    if (!match) return null;
    return { name: match[1] ?? '', value: this.#resolved((match[2] ?? match[3] ?? '').replace(/[\n\t]/g, ' ')) };
  }

  #element(qualified: string, raw: ReadonlyMap<string, string>): void {
    const declared: XmlDeclaration[] = [];
    for (const [name, uri] of raw) {
      if (name === 'xmlns') declared.push({ prefix: '', uri });
      else if (name.startsWith('xmlns:')) declared.push({ prefix: name.slice('xmlns:'.length), uri });
    }
    const name = this.#nameOf(qualified, declared, true);
    const attributes = [...raw]
      .filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
      .map(([key, value]) => ({ ...this.#nameOf(key, declared, false), value }));
    this.#open.push({ qualified, name, declared });
    this.#emit({ kind: 'start', name, attributes, declared });
  }

  #end(qualified: string): void {
    const open = this.#open.pop();
    if (open?.qualified !== qualified) this.#fail(`end tag name </${qualified}> must match start tag name <${open?.qualified ?? ''}>`);
    this.#emit({ kind: 'end', name: open.name, declared: open.declared });
  }

  /** Attributes without a prefix are in no namespace. */
  #nameOf(qualified: string, own: readonly XmlDeclaration[], isElement: boolean): XmlName {
    const colon = qualified.indexOf(':');
    const prefix = colon < 0 ? null : qualified.slice(0, colon);
    const local = qualified.slice(colon + 1);
    if (prefix === 'xml') return { prefix, local, namespace: XML_NAMESPACE };
    if (prefix === null && !isElement) return { prefix, local, namespace: null };
    const scopes = [...this.#open.map(({ declared }) => declared), own].reverse();
    const uri = scopes.flatMap((scope) => scope.filter((one) => one.prefix === (prefix ?? '')))[0]?.uri;
    if (uri === undefined && prefix !== null) this.#fail(`could not determine namespace bound to prefix ${prefix}`);
    return { prefix, local, namespace: uri === undefined || uri === '' ? null : uri };
  }
}

export function readXml(text: string): XmlText {
  return new XmlReader(text).read();
}
