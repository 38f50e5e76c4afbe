/** `System.Url`, parsed as java.net.URL does: nothing is decoded, what is missing is null. */
import { apexError } from '../../../runtime/exceptions.ts';
import { LibraryObject } from '../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { required } from './arguments.ts';
import { orgHost } from './DomainCreator.ts';

const defaultPorts: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 };

class ApexUrl extends LibraryObject {
  readonly apexType = 'Url';
  readonly protocol: string;
  readonly userInfo: string | null;
  readonly host: string;
  /** -1 = not said. */
  readonly port: number;
  readonly path: string;
  readonly query: string | null;
  readonly ref: string | null;

  constructor(spec: string) {
    super();
    const match = /^([a-zA-Z][a-zA-Z0-9+.-]*):(?:\/\/(?:([^@/?#]*)@)?([^:/?#]*)(?::(\d+))?)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(
      spec.trim(),
    );
    if (!match) throw apexError('StringException', `no protocol: ${spec}`);
    this.protocol = (match[1] ?? '').toLowerCase();
    if (defaultPorts[this.protocol] === undefined) throw apexError('StringException', `unknown protocol: ${this.protocol}`);
    this.userInfo = match[2] ?? null;
    this.host = match[3] ?? '';
    this.port = match[4] === undefined ? -1 : Number(match[4]);
    this.path = match[5] ?? '';
    this.query = match[6] ?? null;
    this.ref = match[7] ?? null;
  }

  get authority(): string {
    return `${this.userInfo === null ? '' : `${this.userInfo}@`}${this.host}${this.port < 0 ? '' : `:${this.port}`}`;
  }

  get file(): string {
    return this.query === null ? this.path : `${this.path}?${this.query}`;
  }

  get external(): string {
    return `${this.protocol}://${this.authority}${this.file}${this.ref === null ? '' : `#${this.ref}`}`;
  }

  /** In concatenation and debug logs; the method `toString()` gives the address itself. */
  override toString(): string {
    return `Url:[delegate=${this.external}]`;
  }

  equals(other: LibraryObject): boolean {
    return other instanceof ApexUrl && other.external === this.external;
  }
}

const { m, c } = membersOf<ApexUrl>();

const sameFile = (a: ApexUrl, b: ApexUrl): boolean =>
  a.protocol === b.protocol && a.host.toLowerCase() === b.host.toLowerCase() && portOf(a) === portOf(b) && a.file === b.file;
const portOf = (url: ApexUrl): number => (url.port < 0 ? (defaultPorts[url.protocol] ?? -1) : url.port);

const orgUrl = (): ApexUrl => new ApexUrl(`https://${orgHost}`);

export const urlDeclaration = standardClass(
  'System.Url',
  [
    c('(String spec)', (spec) => new ApexUrl(required(spec))),
    c('(Url context, String spec)', (context, spec) => new ApexUrl(new URL(required(spec), (required(context) as ApexUrl).external).href)),
    c(
      '(String protocol, String host, String file)',
      (protocol, host, file) => new ApexUrl(`${required(protocol)}://${required(host)}${required(file)}`),
    ),
    c(
      '(String protocol, String host, Integer port, String file)',
      (protocol, host, port, file) =>
        new ApexUrl(`${required(protocol)}://${required(host)}${required(port) < 0 ? '' : `:${port}`}${required(file)}`),
    ),
    m('String getAuthority()', (self) => self.authority),
    m('Integer getDefaultPort()', (self) => defaultPorts[self.protocol] ?? -1),
    m('String getFile()', (self) => self.file),
    m('String getHost()', (self) => self.host),
    m('String getPath()', (self) => self.path),
    m('Integer getPort()', (self) => self.port),
    m('String getProtocol()', (self) => self.protocol),
    m('String getQuery()', (self) => self.query),
    m('String getRef()', (self) => self.ref),
    m('String getUserInfo()', (self) => self.userInfo),
    m('Boolean sameFile(Url other)', (self, other) => sameFile(self, required(other) as ApexUrl)),
    m('String toExternalForm()', (self) => self.external),
    m('String toString()', (self) => self.external),
    m('static Url getOrgDomainUrl()', orgUrl),
    m('static Url getSalesforceBaseUrl()', orgUrl),
  ],
  { notSupported: ['getCurrentRequestUrl()', 'getFileFieldURL(String, String)'] },
);
