/** `System.PageReference`: an address with parameters and headers. No page is ever fetched or rendered. */
import { apexError } from '../../../../runtime/exceptions.ts';
import { ApexList, ApexMap } from '../../../../runtime/values/collections.ts';
import { LibraryObject, type Value } from '../../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { required } from '../arguments.ts';
import { urlDecode, urlEncode } from '../EncodingUtil.ts';
import { ApexCookie } from './Cookie.ts';

/** "The key is not case-sensitive" (Apex Reference, getParameters); the first spelling stays. */
class NamedTexts extends ApexMap {
  constructor() {
    super('String', 'String');
  }
  #known(key: Value): Value {
    if (typeof key !== 'string') return key;
    for (const known of this.keys()) if (typeof known === 'string' && known.toLowerCase() === key.toLowerCase()) return known;
    return key;
  }
  override has(key: Value): boolean {
    return super.has(this.#known(key));
  }
  override get(key: Value): Value {
    return super.get(this.#known(key));
  }
  override set(key: Value, value: Value): void {
    super.set(this.#known(key), value);
  }
  override remove(key: Value): boolean {
    return super.remove(this.#known(key));
  }
}

export class ApexPageReference extends LibraryObject {
  readonly apexType = 'PageReference';
  readonly path: string;
  readonly parameters = new NamedTexts();
  readonly headers = new NamedTexts();
  readonly cookies = new Map<string, ApexCookie>();
  anchor: string | null = null;
  redirect = false;

  constructor(url: string) {
    super();
    const [, path = '', query, anchor] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url) ?? [];
    this.path = path;
    this.anchor = anchor ?? null;
    for (const pair of (query ?? '').split('&').filter((one) => one !== '')) {
      const [name = '', ...value] = pair.split('=');
      this.parameters.set(urlDecode(name), urlDecode(value.join('=')));
    }
  }

  get url(): string {
    const pairs = [...this.parameters.entries()].map(([name, value]) => `${urlEncode(String(name))}=${urlEncode(String(value ?? ''))}`);
    return `${this.path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}${this.anchor === null ? '' : `#${this.anchor}`}`;
  }

  override toString(): string {
    return `System.PageReference[${this.url}]`;
  }
}

/** `Page.Name`: the page is written as its file is named, whatever the case of the code. No source says more. */
export const pageNamed = (name: string): ApexPageReference => new ApexPageReference(`/apex/${name}`);

const { m, c } = membersOf<ApexPageReference>();

export const pageReferenceDeclaration = standardClass(
  'System.PageReference',
  [
    c('(String url)', (url) => {
      if (url === null) throw apexError('NullPointerException', 'Argument 1 cannot be null');
      return new ApexPageReference(url);
    }),
    m('String getAnchor()', (self) => self.anchor),
    m('Map<String,Cookie> getCookies()', (self) => {
      const cookies = new ApexMap('String', 'Cookie');
      for (const [name, cookie] of self.cookies) cookies.set(name, cookie);
      return cookies;
    }),
    m('Map<String,String> getHeaders()', (self) => self.headers),
    m('Map<String,String> getParameters()', (self) => self.parameters),
    m('Boolean getRedirect()', (self) => self.redirect),
    m('String getUrl()', (self) => self.url),
    m('PageReference setAnchor(String anchor)', (self, anchor) => {
      self.anchor = anchor;
      return self;
    }),
    m('void setCookies(List<Cookie> cookies)', (self, cookies) => {
      for (const cookie of (required(cookies) as ApexList).items) {
        if (!(cookie instanceof ApexCookie)) throw apexError('NullPointerException', 'Attempt to de-reference a null object');
        self.cookies.set(cookie.name, cookie);
      }
    }),
    m('PageReference setRedirect(Boolean redirect)', (self, redirect) => {
      self.redirect = required(redirect);
      return self;
    }),
  ],
  { notSupported: ['getContent()', 'getContentAsPDF()', 'forResource(String)', 'forResource(String, String)'] },
);
