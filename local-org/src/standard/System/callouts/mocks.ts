/** Mocks of callouts: the interfaces users implement, and those that answer with a static resource. */
import { apexError } from '../../../runtime/exceptions.ts';
import { current } from '../../../runtime/transaction.ts';
import { ApexBlob } from '../../../runtime/values/blob.ts';
import { LibraryObject, type Value } from '../../../runtime/values/kinds.ts';
import { membersOf, standardClass, standardInterface } from '../../declare.ts';
import { HttpRequest } from './HttpRequest.ts';
import { HttpResponse } from './HttpResponse.ts';

export abstract class ResourceMock extends LibraryObject {
  readonly headers = new Map<string, string>();
  status: string | null = null;
  statusCode: number | null = null;

  /** Name of the resource that answers a call of that address. */
  protected abstract resourceFor(endpoint: string): string;

  respond(request: Value): HttpResponse {
    if (!(request instanceof HttpRequest)) throw apexError('NullPointerException', 'Argument cannot be null.');
    const response = new HttpResponse();
    response.setBytes(staticResource(this.resourceFor(request.endpoint ?? '')));
    response.status = this.status;
    response.statusCode = this.statusCode ?? 200;
    for (const [name, value] of this.headers) response.setHeader(name, value);
    return response;
  }
}

export function staticResource(name: string): ApexBlob {
  const found = current().data.schema.staticResources?.find((resource) => resource.name.toLowerCase() === name.toLowerCase());
  if (!found) throw apexError('IllegalArgumentException', `Static resource ${name} does not exist`);
  return new ApexBlob(found.body());
}

class StaticResourceCalloutMock extends ResourceMock {
  readonly apexType = 'StaticResourceCalloutMock';
  resource: string | null = null;
  protected resourceFor(): string {
    if (this.resource === null) throw apexError('IllegalArgumentException', 'No static resource was set');
    return this.resource;
  }
}

class MultiStaticResourceCalloutMock extends ResourceMock {
  readonly apexType = 'MultiStaticResourceCalloutMock';
  readonly resources = new Map<string, string>();
  protected resourceFor(endpoint: string): string {
    const name = this.resources.get(endpoint);
    if (name === undefined) throw apexError('IllegalArgumentException', `No static resource was set for ${endpoint}`);
    return name;
  }
}

function text(value: string | null): string {
  if (value === null) throw apexError('NullPointerException', 'Argument cannot be null.');
  return value;
}

/** What both have besides `setStaticResource`. */
function shared<M extends ResourceMock>() {
  const { m } = membersOf<M>();
  return [
    m('void setHeader(String key, String value)', (self, key, value) => void self.headers.set(text(key), text(value))),
    m('void setStatus(String status)', (self, status) => {
      self.status = status;
    }),
    m('void setStatusCode(Integer code)', (self, code) => {
      self.statusCode = code;
    }),
    m('HttpResponse respond(HttpRequest request)', (self, request) => self.respond(request)),
  ];
}

const one = membersOf<StaticResourceCalloutMock>();
const many = membersOf<MultiStaticResourceCalloutMock>();
const any = membersOf<ResourceMock>();

export const mockDeclarations = [
  standardInterface('System.HttpCalloutMock', ['HttpResponse respond(HttpRequest request)'], {
    members: [any.m('HttpResponse respond(HttpRequest request)', (self, request) => self.respond(request))],
  }),
  standardInterface('System.WebServiceMock', [
    'void doInvoke(Object stub, Object request, Map<String,Object> response, String endpoint, String soapAction, String requestName, String responseNS, String responseName, String responseType)',
  ]),
  standardClass(
    'System.StaticResourceCalloutMock',
    [
      one.c('()', () => new StaticResourceCalloutMock()),
      one.m('void setStaticResource(String name)', (self, name) => {
        self.resource = text(name);
      }),
      ...shared<StaticResourceCalloutMock>(),
    ],
    { implements: ['HttpCalloutMock'] },
  ),
  standardClass(
    'System.MultiStaticResourceCalloutMock',
    [
      many.c('()', () => new MultiStaticResourceCalloutMock()),
      many.m(
        'void setStaticResource(String endpoint, String name)',
        (self, endpoint, name) => void self.resources.set(text(endpoint), text(name)),
      ),
      ...shared<MultiStaticResourceCalloutMock>(),
    ],
    { implements: ['HttpCalloutMock'] },
  ),
];
