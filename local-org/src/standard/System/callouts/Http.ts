/** `System.Http` and `System.WebServiceCallout`: the mock of the running test answers; nothing ever leaves this machine. */
import { apexError, NotSupported } from '../../../runtime/exceptions.ts';
import type { TestContext } from '../../../runtime/ports.ts';
import { current } from '../../../runtime/transaction.ts';
import { ApexList, ApexMap } from '../../../runtime/values/collections.ts';
import { LibraryObject, type Value } from '../../../runtime/values/kinds.ts';
import { mangle } from '../../../types/symbols.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { checkCalloutAllowed } from './allowed.ts';
import { HttpRequest } from './HttpRequest.ts';
import { ResourceMock } from './mocks.ts';

class Http extends LibraryObject {
  readonly apexType = 'Http';
}

const respond = mangle('respond', ['HttpRequest']);
const doInvoke = mangle('doInvoke', ['Object', 'Object', 'Map<String, Object>', ...Array.from({ length: 6 }, () => 'String')]);

function mockOf(name: 'HttpCalloutMock' | 'WebServiceMock', what: string): Value {
  const { test } = current();
  if (!test) throw new NotSupported(`${what} outside of a test: the local org calls nobody`);
  return mockIn(test, name);
}

function mockIn(test: TestContext, name: string): Value {
  const mock = test.mocks.get(name.toLowerCase());
  if (mock === undefined) throw apexError('TypeException', 'Methods defined as TestMethod do not support Web service callouts');
  return mock;
}

function send(request: Value): Value {
  if (!(request instanceof HttpRequest)) throw apexError('NullPointerException', 'Argument cannot be null.');
  const { limits, program } = current();
  checkCalloutAllowed();
  const mock = mockOf('HttpCalloutMock', 'Http.send');
  limits.use('callouts', 1);
  return mock instanceof ResourceMock ? mock.respond(request) : program.call(mock, respond, [request]);
}

const { c, m } = membersOf<Http>();
export const http = standardClass('System.Http', [
  c('()', () => new Http()),
  m('HttpResponse send(HttpRequest request)', (_self, request) => send(request)),
  m('String toString()', () => 'System.Http'),
]);

/** `info`, as generated stubs give it: endpoint, action, request namespace and name, response namespace, name and type. */
function invoke(stub: Value, request: Value, response: ApexMap | null, info: ApexList | null): void {
  if (info === null || response === null) throw apexError('NullPointerException', 'Argument cannot be null.');
  const { limits, program } = current();
  checkCalloutAllowed();
  const mock = mockOf('WebServiceMock', 'WebServiceCallout.invoke');
  limits.use('callouts', 1);
  const [endpoint, action, , name, responseNamespace, responseName, responseType] = info.items.map((item) => item);
  const texts = [endpoint, action, name, responseNamespace, responseName, responseType].map((item) => item ?? null);
  program.call(mock, doInvoke, [stub, request, response, ...texts]);
}

const callout = membersOf<null>();
export const webServiceCallout = standardClass(
  'System.WebServiceCallout',
  [
    callout.m(
      'static void invoke(Object stub, Object request, Map<String,Object> response, List<String> info)',
      (stub, request, response, info) => invoke(stub, request, response, info),
    ),
  ],
  { notSupported: ['beginInvoke(Object, Object, Object, Object, List<String>)', 'endInvoke(Object)'] },
);
