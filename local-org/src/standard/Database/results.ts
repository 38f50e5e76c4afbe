/** Database.SaveResult and its sisters, and Database.Error. */
import type { RowError, RowResult } from '../../runtime/ports.ts';
import { ApexList } from '../../runtime/values/collections.ts';
import { LibraryObject } from '../../runtime/values/kinds.ts';
import { membersOf, standardClass, type MemberEntry, type MethodEntry, type PropertyEntry, type StandardDeclaration } from '../declare.ts';
import { statusCode } from './statusCode.ts';

export class DatabaseError extends LibraryObject {
  readonly apexType = 'Database.Error';
  readonly error: RowError;
  constructor(error: RowError) {
    super();
    this.error = error;
  }
  override toString(): string {
    const { code, message, fields } = this.error;
    return `Database.Error[getFields=(${fields.join(', ')});getMessage=${message};getStatusCode=${code};]`;
  }
}

export type ResultType =
  'Database.SaveResult' | 'Database.UpsertResult' | 'Database.DeleteResult' | 'Database.UndeleteResult' | 'Database.EmptyRecycleBinResult';

export class DmlResult extends LibraryObject {
  readonly apexType: ResultType;
  readonly result: RowResult;
  constructor(apexType: ResultType, result: RowResult) {
    super();
    this.apexType = apexType;
    this.result = result;
  }
  override toString(): string {
    const { errors, id, success, created } = this.result;
    const creation = this.apexType === 'Database.UpsertResult' ? `isCreated=${created};` : '';
    return `${this.apexType}[getErrors=(${errors.map((error) => new DatabaseError(error).toString()).join(', ')});getId=${id};${creation}isSuccess=${success};]`;
  }
}

export const resultList = (type: ResultType, results: readonly RowResult[]): ApexList =>
  new ApexList(
    type,
    results.map((result) => new DmlResult(type, result)),
  );

const { m } = membersOf<DmlResult>();

/** What a result says by `getErrors()` or `isSuccess()` can be read as `errors` and `success` too. */
export const alsoAsProperties = (methods: readonly MethodEntry[]): readonly MemberEntry[] =>
  methods.flatMap((method): readonly MemberEntry[] => [
    method,
    {
      kind: 'property',
      signature: method.signature.replace(/ (?:get|is)(\w+)\(\)$/, ' $1'),
      get: method.run as PropertyEntry['get'],
      set: null,
    },
  ]);

const common: readonly MethodEntry[] = [
  m('Id getId()', (self) => self.result.id),
  m('Boolean isSuccess()', (self) => self.result.success),
  m(
    'List<Database.Error> getErrors()',
    (self) =>
      new ApexList(
        'Database.Error',
        self.result.errors.map((error) => new DatabaseError(error)),
      ),
  ),
];
const resultClass = (name: ResultType, own: readonly MethodEntry[] = []): StandardDeclaration =>
  standardClass(name, alsoAsProperties([...common, ...own]));

const error = membersOf<DatabaseError>();

export const resultDeclarations: readonly StandardDeclaration[] = [
  standardClass(
    'Database.Error',
    alsoAsProperties([
      error.m('String getMessage()', (self) => self.error.message),
      error.m('StatusCode getStatusCode()', (self) => statusCode(self.error.code)),
      error.m('List<String> getFields()', (self) => new ApexList('String', [...self.error.fields])),
    ]),
  ),
  resultClass('Database.SaveResult'),
  resultClass('Database.UpsertResult', [m('Boolean isCreated()', (self) => self.result.created)]),
  resultClass('Database.DeleteResult'),
  resultClass('Database.UndeleteResult'),
  resultClass('Database.EmptyRecycleBinResult'),
];
