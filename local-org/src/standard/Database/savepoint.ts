/** Savepoint, Database.setSavepoint, rollback and releaseSavepoint. Setting one and rolling back each count as a DML statement. */
import { apexError } from '../../runtime/exceptions.ts';
import { dmlContext, type DmlContext } from '../../runtime/dmlContext.ts';
import { forgetWorkSince, markWork } from '../../runtime/uncommittedWork.ts';
import type { Mark } from '../../runtime/ports.ts';
import { current, type Transaction, type TriggerContext } from '../../runtime/transaction.ts';
import { LibraryObject, type Value } from '../../runtime/values/kinds.ts';
import { membersOf, standardClass, type MemberEntry } from '../declare.ts';

export class Savepoint extends LibraryObject {
  readonly apexType = 'Savepoint';
  readonly mark: Mark;
  /** The trigger invocation it was made in: "references to savepoints can't cross trigger invocations". */
  readonly trigger: TriggerContext | null;
  readonly written: Readonly<DmlContext>;
  constructor(mark: Mark, trigger: TriggerContext | null, written: Readonly<DmlContext>) {
    super();
    this.mark = mark;
    this.trigger = trigger;
    this.written = written;
  }
}

/** Savepoints that may still be used, oldest first. */
const live = new WeakMap<Transaction, Savepoint[]>();

export function liveSavepoints(transaction: Transaction): readonly Savepoint[] {
  return live.get(transaction) ?? [];
}

function setSavepoint(): Savepoint {
  const transaction = current();
  transaction.limits.use('dmlStatements', 1);
  const savepoint = new Savepoint(transaction.savepoint(), transaction.trigger, { ...dmlContext(transaction) });
  markWork(savepoint, transaction.limits);
  live.set(transaction, [
    ...liveSavepoints(transaction).filter((other) => other.trigger === null || other.trigger === transaction.trigger),
    savepoint,
  ]);
  return savepoint;
}

/** "If you roll back to a savepoint that isn't the last one, the later savepoint variables become invalid" and their use is a run-time error, whose text is not documented. */
function positionOf(savepoint: Value, transaction: Transaction): number {
  if (!(savepoint instanceof Savepoint)) throw apexError('NullPointerException', 'Argument 1 cannot be null');
  const position = liveSavepoints(transaction).indexOf(savepoint);
  if (position < 0 || savepoint.trigger !== transaction.trigger) throw apexError('TypeException', 'Savepoint does not exist');
  return position;
}

function rollback(savepoint: Value): void {
  const transaction = current();
  transaction.limits.use('dmlStatements', 1);
  const position = positionOf(savepoint, transaction);
  const target = savepoint as Savepoint;
  transaction.rollback(target.mark);
  forgetWorkSince(target, transaction.limits);
  live.set(transaction, liveSavepoints(transaction).slice(0, position + 1));
  if (transaction.settings.position('mixedDmlAfterRollback') === 'forgotten') Object.assign(dmlContext(transaction), target.written);
}

function releaseSavepoint(savepoint: Value): void {
  const transaction = current();
  const position = positionOf(savepoint, transaction);
  transaction.release((savepoint as Savepoint).mark);
  live.set(transaction, liveSavepoints(transaction).slice(0, position));
}

const { m } = membersOf<never>();

export const savepointDeclaration = standardClass('System.Savepoint', []);

export const savepointMembers: readonly MemberEntry[] = [
  m('static Savepoint setSavepoint()', () => setSavepoint()),
  m('static void rollback(Savepoint savepoint)', (savepoint) => rollback(savepoint)),
  m('static void releaseSavepoint(Savepoint savepoint)', (savepoint) => releaseSavepoint(savepoint)),
];
