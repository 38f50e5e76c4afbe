/** RestContext, RestRequest, RestResponse: what the methods of a @RestResource class read and answer. */
import { apexError } from '../../../runtime/exceptions.ts';
import { current, type Transaction } from '../../../runtime/transaction.ts';
import type { ApexBlob } from '../../../runtime/values/blob.ts';
import { ApexMap } from '../../../runtime/values/collections.ts';
import { LibraryObject, type Value } from '../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../declare.ts';

const texts = (): ApexMap => new ApexMap('String', 'String');

export class RestRequest extends LibraryObject {
  readonly apexType = 'RestRequest';
  headers: ApexMap | null = texts();
  params: ApexMap | null = texts();
  httpMethod: string | null = null;
  remoteAddress: string | null = null;
  requestBody: ApexBlob | null = null;
  requestURI: string | null = null;
  resourcePath: string | null = null;
}

export class RestResponse extends LibraryObject {
  readonly apexType = 'RestResponse';
  headers: ApexMap | null = texts();
  responseBody: ApexBlob | null = null;
  statusCode: number | null = null;
}

function put(map: ApexMap | null, name: string | null, value: string | null): void {
  if (map === null) throw apexError('NullPointerException', 'Attempt to de-reference a null object');
  map.set(name, value);
}

const request = membersOf<RestRequest>();
const response = membersOf<RestResponse>();
const context = membersOf<null>();

interface Exchange {
  request: Value;
  response: Value;
}
/** Fresh in each transaction, as static state is. */
const exchanges = new WeakMap<Transaction, Exchange>();
function exchange(): Exchange {
  const transaction = current();
  let found = exchanges.get(transaction);
  if (!found) exchanges.set(transaction, (found = { request: null, response: null }));
  return found;
}

export const restDeclarations = [
  standardClass('System.RestRequest', [
    request.c('()', () => new RestRequest()),
    request.p(
      'Map<String,String> headers',
      (self) => self.headers,
      (self, headers) => void (self.headers = headers),
    ),
    request.p(
      'Map<String,String> params',
      (self) => self.params,
      (self, params) => void (self.params = params),
    ),
    request.p(
      'String httpMethod',
      (self) => self.httpMethod,
      (self, method) => void (self.httpMethod = method),
    ),
    request.p(
      'String remoteAddress',
      (self) => self.remoteAddress,
      (self, address) => void (self.remoteAddress = address),
    ),
    request.p(
      'Blob requestBody',
      (self) => self.requestBody,
      (self, body) => void (self.requestBody = body),
    ),
    request.p(
      'String requestURI',
      (self) => self.requestURI,
      (self, uri) => void (self.requestURI = uri),
    ),
    request.p(
      'String resourcePath',
      (self) => self.resourcePath,
      (self, path) => void (self.resourcePath = path),
    ),
    request.m('void addHeader(String name, String value)', (self, name, value) => put(self.headers, name, value)),
    request.m('void addParameter(String name, String value)', (self, name, value) => put(self.params, name, value)),
  ]),
  standardClass('System.RestResponse', [
    response.c('()', () => new RestResponse()),
    response.p(
      'Map<String,String> headers',
      (self) => self.headers,
      (self, headers) => void (self.headers = headers),
    ),
    response.p(
      'Blob responseBody',
      (self) => self.responseBody,
      (self, body) => void (self.responseBody = body),
    ),
    response.p(
      'Integer statusCode',
      (self) => self.statusCode,
      (self, code) => void (self.statusCode = code),
    ),
    response.m('void addHeader(String name, String value)', (self, name, value) => put(self.headers, name, value)),
  ]),
  standardClass('System.RestContext', [
    context.p('static RestRequest request', () => exchange().request, ((value: Value) => void (exchange().request = value)) as never),
    context.p('static RestResponse response', () => exchange().response, ((value: Value) => void (exchange().response = value)) as never),
  ]),
];
