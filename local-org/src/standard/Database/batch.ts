/** The interfaces of batch Apex and Database.executeBatch. Running them is the business of async/. */
import { apexError } from '../../runtime/exceptions.ts';
import { current } from '../../runtime/transaction.ts';
import { LibraryObject, type Value } from '../../runtime/values/kinds.ts';
import { membersOf, standardInterface, type MemberEntry } from '../declare.ts';

/** What `start`, `execute` and `finish` are given. */
export class BatchableContext extends LibraryObject {
  readonly apexType = 'Database.BatchableContext';
  readonly jobId: string;
  readonly childJobId: string | null;
  constructor(jobId: string, childJobId: string | null = null) {
    super();
    this.jobId = jobId;
    this.childJobId = childJobId;
  }
}

const context = membersOf<BatchableContext>();

export const batchDeclarations = [
  // `start` may return a QueryLocator or an Iterable: the checker asks only that one of the two is there.
  standardInterface(
    'Database.Batchable',
    ['void execute(Database.BatchableContext context, List<T> scope)', 'void finish(Database.BatchableContext context)'],
    { params: ['T'] },
  ),
  standardInterface('Database.BatchableContext', ['Id getJobId()', 'Id getChildJobId()'], {
    members: [context.m('Id getJobId()', (self) => self.jobId), context.m('Id getChildJobId()', (self) => self.childJobId)],
  }),
  standardInterface('Database.Stateful', []),
  standardInterface('Database.AllowsCallouts', []),
  standardInterface('Database.RaisesPlatformEvents', []),
];

/** Apex Reference: scope defaults to 200; a QueryLocator's scope is at most 2,000 (async/ cuts it down). */
const DEFAULT_SCOPE = 200;

function enqueue(batch: Value, scope: number | null): string {
  if (batch === null) throw apexError('NullPointerException', 'Argument 1 cannot be null');
  if (scope !== null && scope <= 0)
    throw apexError('InvalidParameterValueException', 'Invalid scope size. Scope should be greater than 0.');
  return current().jobs.enqueueBatch(batch, scope ?? DEFAULT_SCOPE);
}

const { m } = membersOf<never>();

export const batchMembers: readonly MemberEntry[] = [
  m('static String executeBatch(Object batch)', (batch) => enqueue(batch, null)),
  m('static String executeBatch(Object batch, Integer scope)', (batch, scope) => enqueue(batch, scope)),
];
