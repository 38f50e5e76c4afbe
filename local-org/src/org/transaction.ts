/**
 * Apex transactions over the store: begin, run, commit or roll back, then effects. A transaction that starts while
 * another is open (asynchronous work inside of a test) is a savepoint of it with its own fate.
 */
import { LimitError, SimulatedCrash } from '../runtime/exceptions.ts';
import { apexFailure } from '../runtime/failures.ts';
import { createLimits } from '../runtime/limits.ts';
import { activate } from '../runtime/cpu.ts';
import type { Data, Jobs, Limits, Mail, Mark, TestContext } from '../runtime/ports.ts';
import type { Program } from '../runtime/program.ts';
import { noFaults, type Settings } from '../runtime/settings.ts';
import { runIn, type DebugLine, type Transaction, type TransactionKind, type TriggerContext } from '../runtime/transaction.ts';
import { noJob, type How, type JobContext } from '../async/host.ts';
import { atomically } from '../store/atomic.ts';
import type { Store } from '../store/store.ts';

export interface TransactionWorld {
  readonly store: Store;
  readonly settings: Settings;
  program(): Program;
  readonly data: Data;
  readonly mail: Mail;
  jobs(context: JobContext): Jobs;
  newRequestId(): string;
  log(line: DebugLine): void;
  /** Rights read from rows that are rolled back must not outlive them. */
  forgetRights(): void;
  /** The process dies between commit and what was to follow it: what waited for the commit is lost. */
  loseEffects(transaction: OrgTransaction): void;
}

export class OrgTransaction implements Transaction {
  readonly kind: TransactionKind;
  user: string;
  limits: Limits;
  readonly statics: Map<string, object>;
  readonly data: Data;
  readonly settings: Settings;
  readonly jobs: Jobs;
  readonly mail: Mail;
  readonly test: TestContext | null;
  readonly jobId: string | null;
  readonly requestId: string;
  readonly context: JobContext;
  trigger: TriggerContext | null = null;
  onCommitEffects: (() => void)[] = [];
  readonly onEndEffects: (() => void)[] = [];
  readonly #world: TransactionWorld;
  readonly #effectsAt = new Map<string, number>();

  constructor(world: TransactionWorld, how: How) {
    this.#world = world;
    this.context = how.context ?? noJob();
    this.kind = how.kind;
    // Jobs that a test runs share its static state; no public source says so of event triggers.
    const apart = how.kind === 'eventTrigger' && world.settings.position('eventTriggerStatics') === 'own';
    this.statics = (apart ? undefined : how.test?.statics) ?? new Map<string, object>();
    this.user = how.user;
    this.limits = withFaults(createLimits(how.kind), how.kind, world.settings);
    this.data = world.data;
    this.settings = world.settings;
    this.mail = world.mail;
    this.test = how.test ?? null;
    this.jobId = how.jobId ?? null;
    this.requestId = how.requestId ?? world.newRequestId();
    this.jobs = world.jobs(this.context);
  }

  get program(): Program {
    return this.#world.program();
  }
  now(): number {
    return this.settings.clock();
  }
  random(): number {
    return this.settings.random();
  }
  debug(line: DebugLine): void {
    this.#world.log(line);
  }

  savepoint(): Mark {
    const mark = this.#world.store.savepoint();
    this.#effectsAt.set(mark.name, this.onCommitEffects.length);
    return mark;
  }
  rollback(mark: Mark): void {
    this.#world.store.rollback(mark);
    this.#world.forgetRights();
    this.onCommitEffects.length = this.#effectsAt.get(mark.name) ?? 0;
  }
  release(mark: Mark): void {
    this.#world.store.release(mark);
    this.#effectsAt.delete(mark.name);
  }
  onCommit(effect: () => void): void {
    this.onCommitEffects.push(effect);
  }
  onEnd(effect: () => void): void {
    this.onEndEffects.push(effect);
  }

  /** `Test.startTest` and `stopTest`: other limits from here on. Returns those before. */
  replaceLimits(limits: Limits = withFaults(createLimits(this.kind), this.kind, this.settings)): Limits {
    const before = this.limits;
    this.limits = limits;
    activate(limits);
    return before;
  }
}

/** An injected limit error strikes where a statement reaches the database: F1 of the fault list is between two of them. */
function withFaults(limits: Limits, kind: TransactionKind, settings: Settings): Limits {
  if (settings.faults === noFaults) return limits;
  const use = limits.use.bind(limits);
  return Object.assign(limits, {
    use: (name: Parameters<Limits['use']>[0], amount: number): void => {
      use(name, amount);
      if (name === 'dmlStatements' && settings.faults.at('limit', kind) === 'limit') throw new LimitError('Apex CPU time limit exceeded');
    },
  });
}

function strikeCommit(settings: Settings, point: 'beforeCommit' | 'afterCommit', kind: TransactionKind): void {
  const fault = settings.faults.at(point, kind);
  if (fault === 'crash') throw new SimulatedCrash(`simulated crash at ${point} of a ${kind} transaction`);
  if (fault === 'limit' && point === 'beforeCommit') throw new LimitError('Apex CPU time limit exceeded');
  if (fault !== 'none') throw new Error(`a fault '${fault}' means nothing at ${point}`);
}

export function transact<T>(world: TransactionWorld, how: How, work: (transaction: OrgTransaction) => T): T {
  const { store, settings } = world;
  const transaction = new OrgTransaction(world, how);
  const finish = (effects: readonly (() => void)[]): void => {
    if (effects.length > 0) atomically(store, () => effects.forEach((effect) => effect()));
  };
  try {
    const result = atomically(store, () => {
      const value = runIn(transaction, () => work(transaction));
      strikeCommit(settings, 'beforeCommit', how.kind);
      return value;
    });
    try {
      strikeCommit(settings, 'afterCommit', how.kind);
    } catch (crash) {
      atomically(store, () => world.loseEffects(transaction));
      throw crash;
    }
    finish(transaction.onCommitEffects);
    return result;
  } catch (error) {
    world.forgetRights();
    throw apexFailure(error);
  } finally {
    finish(transaction.onEndEffects);
  }
}
