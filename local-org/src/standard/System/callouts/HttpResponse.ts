/** `System.HttpResponse`: what mocks make, since nobody else answers here. */
import { ApexList } from '../../../runtime/values/collections.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { HttpMessage } from './message.ts';

export class HttpResponse extends HttpMessage {
  readonly apexType = 'HttpResponse';
  status: string | null = null;
  statusCode = 0;
  override toString(): string {
    return `System.HttpResponse[Status=${this.status}, StatusCode=${this.statusCode}]`;
  }
}

const { c, m } = membersOf<HttpResponse>();

export const httpResponse = standardClass(
  'System.HttpResponse',
  [
    c('()', () => new HttpResponse()),
    m('Integer getStatusCode()', (self) => self.statusCode),
    m('void setStatusCode(Integer code)', (self, code) => {
      self.statusCode = code ?? 0;
    }),
    m('String getStatus()', (self) => self.status),
    m('void setStatus(String status)', (self, status) => {
      self.status = status;
    }),
    m('String getHeader(String key)', (self, key) => self.header(key)),
    m('List<String> getHeaderKeys()', (self) => new ApexList('String', [...self.headers.keys()])),
    m('void setHeader(String key, String value)', (self, key, value) => self.setHeader(key, value)),
    m('String getBody()', (self) => self.body),
    m('void setBody(String body)', (self, body) => self.setBody(body)),
    m('Blob getBodyAsBlob()', (self) => self.bytes),
    m('void setBodyAsBlob(Blob body)', (self, body) => self.setBytes(body)),
    m('String toString()', (self) => self.toString()),
  ],
  { notSupported: ['getBodyDocument()', 'getXmlStreamReader()'] },
);
