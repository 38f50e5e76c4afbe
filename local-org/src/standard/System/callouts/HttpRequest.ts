/** `System.HttpRequest` */
import { apexError } from '../../../runtime/exceptions.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { HttpMessage } from './message.ts';

/** Apex Developer Guide: "The minimum is 1 millisecond and the maximum is 120,000 milliseconds." */
const LONGEST_TIMEOUT = 120_000;

export class HttpRequest extends HttpMessage {
  readonly apexType = 'HttpRequest';
  endpoint: string | null = null;
  method: string | null = null;
  compressed = false;
  override toString(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint}, Method=${this.method}]`;
  }
}

const { c, m } = membersOf<HttpRequest>();

export const httpRequest = standardClass(
  'System.HttpRequest',
  [
    c('()', () => new HttpRequest()),
    m('String getEndpoint()', (self) => self.endpoint),
    m('void setEndpoint(String endpoint)', (self, endpoint) => {
      self.endpoint = endpoint;
    }),
    m('String getMethod()', (self) => self.method),
    m('void setMethod(String method)', (self, method) => {
      self.method = method;
    }),
    m('String getHeader(String key)', (self, key) => self.header(key)),
    m('void setHeader(String key, String value)', (self, key, value) => self.setHeader(key, value)),
    m('String getBody()', (self) => self.body),
    m('void setBody(String body)', (self, body) => self.setBody(body)),
    m('Blob getBodyAsBlob()', (self) => self.bytes),
    m('void setBodyAsBlob(Blob body)', (self, body) => self.setBytes(body)),
    m('Boolean getCompressed()', (self) => self.compressed),
    m('void setCompressed(Boolean flag)', (self, flag) => {
      self.compressed = flag === true;
    }),
    m('void setTimeout(Integer milliseconds)', (_self, milliseconds) => {
      if (milliseconds === null || milliseconds < 1 || milliseconds > LONGEST_TIMEOUT)
        throw apexError('CalloutException', `Invalid timeout value: ${milliseconds}. Timeout must be between 1 and ${LONGEST_TIMEOUT}`);
    }),
    /** Certificates are for the connection, which is never made. */
    m('void setClientCertificateName(String name)', () => undefined),
    m('String toString()', (self) => self.toString()),
  ],
  { notSupported: ['getBodyDocument()', 'setBodyDocument(Dom.Document)', 'setClientCertificate(String, String)'] },
);
