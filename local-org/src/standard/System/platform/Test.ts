/** System.Test and the test event bus. Outside of a test most of it throws, as on the platform. */
import { apexError } from '../../../runtime/exceptions.ts';
import { toText } from '../../../runtime/toText.ts';
import type { TestContext } from '../../../runtime/ports.ts';
import { current } from '../../../runtime/transaction.ts';
import { LibraryObject, type Value } from '../../../runtime/values/kinds.ts';
import { pageState } from '../../ApexPages/state.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { createStub } from './createStub.ts';
import { loadData } from './loadData.ts';

class TestBroker extends LibraryObject {
  readonly apexType = 'EventBus.TestBroker';
}

function inTest(): TestContext {
  const { test } = current();
  if (!test) throw apexError('TypeException', 'Test methods may only be called from a test context');
  return test;
}

const onBroker = membersOf<TestBroker>();
export const testBroker = standardClass('EventBus.TestBroker', [
  onBroker.m('void deliver()', () => inTest().deliverEvents()),
  onBroker.m('void fail()', () => inTest().failEvents()),
]);

function setPage(page: Value): void {
  inTest();
  pageState().page = page;
}

/** The first price book of an org is the standard one. */
function standardPricebook(): string {
  inTest();
  const id = current().data.record('Pricebook2', null)?.id;
  if (!id) throw new Error('the org has no standard price book');
  return id;
}

const { m } = membersOf<null>();
export const test = standardClass(
  'System.Test',
  [
    createStub,
    m('static Id getStandardPricebookId()', () => standardPricebook()),
    /* For soql/search.ts, which knows the name. */
    m('static void setFixedSearchResults(List<String> ids)', (ids) => {
      if (ids === null) throw apexError('NullPointerException', 'Argument cannot be null.');
      inTest().mocks.set('#fixedSearchResults', ids);
    }),
    m('static Boolean isRunningTest()', () => current().test !== null),
    m('static void startTest()', () => inTest().startTest()),
    m('static void stopTest()', () => inTest().stopTest()),
    m('static EventBus.TestBroker getEventBus()', () => {
      inTest();
      return new TestBroker();
    }),
    m('static List<SObject> loadData(Schema.SObjectType type, String resource)', (type, resource) => {
      inTest();
      return loadData(type, resource);
    }),
    /** Rights are always up to date here: there is nothing to calculate. */
    m('static void calculatePermissionSetGroup(String id)', () => void inTest()),
    m('static void calculatePermissionSetGroup(List<String> ids)', () => void inTest()),
    m('static void setCurrentPage(PageReference page)', setPage),
    m('static void setCurrentPageReference(PageReference page)', setPage),
    m('static void clearApexPageMessages()', () => {
      inTest();
      pageState().messages = [];
    }),
    m('static void setMock(Type type, Object mock)', (type, mock) => {
      const { mocks } = inTest();
      if (type === null || mock === null) throw apexError('NullPointerException', 'Argument cannot be null.');
      mocks.set(toText(type).toLowerCase(), mock);
    }),
    m('static void setCreatedDate(Id recordId, Datetime createdDate)', (recordId, createdDate) => {
      if (recordId === null || createdDate === null) throw apexError('NullPointerException', 'Argument cannot be null.');
      inTest().setCreatedDate(recordId, createdDate.ms);
    }),
  ],
  {
    notSupported: [
      'createSoqlStub(Schema.SObjectType, SoqlStubProvider)',
      'createStubQueryRow(Schema.SObjectType, Map<String, Object>)',
      'createStubQueryRows(Schema.SObjectType, List<Map<String, Object>>)',
      'enableChangeDataCapture()',
      'enqueueBatchJobs(Integer)',
      'getFlexQueueOrder()',
      'invokeContinuationMethod(Object, Continuation)',
      'newSendEmailQuickActionDefaults(Id, Id)',
      'setContinuationResponse(String, HttpResponse)',
      'setReadOnlyApplicationMode(Boolean)',
      'testInstall(InstallHandler, Version)',
      'testSandboxPostCopyScript(SandboxPostCopy, Id, Id, String)',
      'testUninstall(UninstallHandler)',
    ],
  },
);
