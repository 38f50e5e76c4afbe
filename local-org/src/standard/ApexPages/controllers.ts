/** ApexPages.StandardController and StandardSetController over records in memory, as tests of extensions make them. */
import { apexError } from '../../runtime/exceptions.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexList } from '../../runtime/values/collections.ts';
import { LibraryObject, type Value } from '../../runtime/values/kinds.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { QueryLocator, rowsOf } from '../Database/queryLocator.ts';
import { membersOf, standardClass, type StandardDeclaration } from '../declare.ts';
import { ApexPageReference } from '../System/core/pages/PageReference.ts';

class StandardController extends LibraryObject {
  readonly apexType = 'ApexPages.StandardController';
  readonly record: SObject;
  constructor(record: SObject | null) {
    super();
    if (!record) throw apexError('NullPointerException', 'Argument cannot be null.');
    this.record = record;
  }

  #dml(operation: 'insert' | 'update' | 'delete'): void {
    const { data } = current();
    data.dml({ operation, rows: [this.record], allOrNone: true, access: 'user', options: null, externalId: null, others: [] });
  }
  save(): Value {
    this.#dml(this.record.id === null ? 'insert' : 'update');
    return this.view();
  }
  remove(): Value {
    this.#dml('delete');
    return new ApexPageReference(`/${this.record.schema.keyPrefix}/o`);
  }
  view(): Value {
    return new ApexPageReference(`/${this.record.id ?? ''}`);
  }
}

const one = membersOf<StandardController>();

/** Twenty records to a page, as the reference says of list controllers. */
const PAGE_SIZE = 20;

class StandardSetController extends LibraryObject {
  readonly apexType = 'ApexPages.StandardSetController';
  readonly records: ApexList;
  selected = new ApexList('SObject');
  size = PAGE_SIZE;
  number = 1;
  constructor(records: Value) {
    super();
    const rows = records instanceof QueryLocator ? rowsOf(records) : records;
    if (!(rows instanceof ApexList)) throw apexError('NullPointerException', 'Argument cannot be null.');
    this.records = rows;
  }
  get pages(): number {
    return Math.max(1, Math.ceil(this.records.items.length / this.size));
  }
  get shown(): ApexList {
    const from = (this.number - 1) * this.size;
    return new ApexList(this.records.of, this.records.items.slice(from, from + this.size));
  }
  go(number: number): void {
    this.number = Math.min(this.pages, Math.max(1, number));
  }
}

const many = membersOf<StandardSetController>();

function positive(value: number | null): number {
  if (value === null || value < 1) throw apexError('VisualforceException', `Invalid page size or number: ${value}`);
  return value;
}

export const controllerDeclarations: readonly StandardDeclaration[] = [
  standardClass('ApexPages.StandardController', [
    one.c('(SObject record)', (record) => new StandardController(record)),
    one.m('SObject getRecord()', (self) => self.record),
    one.m('String getId()', (self) => self.record.id),
    one.m('PageReference save()', (self) => self.save()),
    one.m('PageReference delete()', (self) => self.remove()),
    one.m('PageReference view()', (self) => self.view()),
    one.m('PageReference cancel()', (self) => self.view()),
    one.m('PageReference edit()', (self) => new ApexPageReference(`/${self.record.id ?? ''}/e`)),
    /** "You can't call addFields in a test": which fields a page reads means nothing where there is no page. */
    one.m('void addFields(List<String> names)', () => undefined),
    one.m('void reset()', () => undefined),
  ]),
  standardClass(
    'ApexPages.StandardSetController',
    [
      many.c('(List<SObject> records)', (records) => new StandardSetController(records)),
      many.c('(Database.QueryLocator locator)', (locator) => new StandardSetController(locator)),
      many.m('List<SObject> getRecords()', (self) => self.shown),
      many.m('List<SObject> getSelected()', (self) => self.selected),
      many.m('void setSelected(List<SObject> records)', (self, records) => {
        self.selected = records ?? new ApexList('SObject');
      }),
      many.m('Integer getResultSize()', (self) => self.records.items.length),
      many.m('Boolean getCompleteResult()', () => true),
      many.m('Integer getPageSize()', (self) => self.size),
      many.m('void setPageSize(Integer size)', (self, size) => {
        self.size = positive(size);
        self.go(self.number);
      }),
      many.m('Integer getPageNumber()', (self) => self.number),
      many.m('void setPageNumber(Integer number)', (self, number) => self.go(positive(number))),
      many.m('Boolean getHasNext()', (self) => self.number < self.pages),
      many.m('Boolean getHasPrevious()', (self) => self.number > 1),
      many.m('void first()', (self) => self.go(1)),
      many.m('void last()', (self) => self.go(self.pages)),
      many.m('void next()', (self) => self.go(self.number + 1)),
      many.m('void previous()', (self) => self.go(self.number - 1)),
    ],
    {
      notSupported: [
        'getFilterId()',
        'setFilterID(String)',
        'getListViewOptions()',
        'getRecord()',
        'save()',
        'cancel()',
        'addFields(List<String>)',
      ],
    },
  ),
];
