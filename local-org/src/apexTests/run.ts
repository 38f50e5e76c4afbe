/** Runs Apex tests: a store of their own that never commits, a mark per class after its @TestSetup, each method rolled back to it. */
import type { AccessControl } from '../access/access.ts';
import type { How } from '../async/host.ts';
import type { Async } from '../async/jobs.ts';
import { describeException } from '../runtime/describeException.ts';
import { ApexException, NotSupported } from '../runtime/exceptions.ts';
import type { Mark, TestContext } from '../runtime/ports.ts';
import type { Program } from '../runtime/program.ts';
import type { Settings } from '../runtime/settings.ts';
import { stackTraceString } from '../runtime/stackTrace.ts';
import type { Schema } from '../schema/model.ts';
import type { Store } from '../store/store.ts';
import type { ClassInfo, MethodInfo } from '../types/classInfo.ts';
import { createTestContext, type TestTransaction } from './context.ts';
import { discover, seesAllData, type TestClass } from './discover.ts';
import type { TestOutcome, TestRun } from './outcome.ts';

/** An org's running parts over a store made for the tests. */
export interface TestRuntime {
  readonly store: Store;
  readonly access: AccessControl;
  readonly async: Async;
  readonly administrator: string;
  readonly settings: Settings;
  transact<T>(how: How, work: (transaction: TestTransaction) => T): T;
  test: TestContext | null;
}

export interface TestWorld {
  readonly program: Program;
  readonly schema: Schema;
  /** Test classes that do not compile, with the first problem of each. */
  readonly broken: readonly { readonly name: string; readonly message: string }[];
  open(): TestRuntime;
}

export function runTests(world: TestWorld, selection: readonly string[]): TestRun {
  const began = performance.now();
  const { program } = world;
  const runtime = world.open();
  program.resetCoverage();
  runtime.store.begin();
  const outcomes = discover(program, selection).flatMap((testClass) => runClass(world, runtime, testClass));
  runtime.store.close();
  return {
    outcomes: [...brokenOutcomes(world, selection), ...outcomes],
    seconds: Math.round(performance.now() - began) / 1000,
    coverage: new Map(
      program
        .coverage()
        .filter(({ covered, uncovered }) => covered.length + uncovered.length > 0)
        .map(({ name, path, covered, uncovered }) => [name, { path, covered, uncovered }]),
    ),
  };
}

function brokenOutcomes({ broken }: TestWorld, selection: readonly string[]): readonly TestOutcome[] {
  const wanted = selection.map((name) => name.toLowerCase().split('.')[0]);
  return broken
    .filter(({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()))
    .map(({ name, message }) => ({ class: name, method: '', outcome: 'CompileFail', message, stack: null, ms: 0 }));
}

function undo({ store, access }: TestRuntime, mark: Mark): void {
  store.rollback(mark);
  store.release(mark);
  // Rights read inside of the test are of rows that are gone.
  access.forget();
}

function runClass(world: TestWorld, runtime: TestRuntime, { info, setups, tests }: TestClass): readonly TestOutcome[] {
  const mark = runtime.store.savepoint();
  try {
    for (const setup of setups) {
      const failure = runMethod(world, runtime, info, setup);
      if (failure) return tests.map(({ name }) => ({ class: info.name, method: name, outcome: 'Fail', ...failure, ms: 0 }));
    }
    return tests.map((test) => {
      const before = runtime.store.savepoint();
      const began = performance.now();
      const failure = runMethod(world, runtime, info, test);
      undo(runtime, before);
      const ms = Math.round((performance.now() - began) * 10) / 10;
      return {
        class: info.name,
        method: test.name,
        outcome: failure ? 'Fail' : 'Pass',
        ...(failure ?? { message: null, stack: null }),
        ms,
      };
    });
  } finally {
    undo(runtime, mark);
  }
}

interface Failure {
  readonly message: string;
  readonly stack: string;
}

function runMethod(world: TestWorld, runtime: TestRuntime, info: ClassInfo, method: MethodInfo): Failure | null {
  const { store, async, settings } = runtime;
  const context = createTestContext({ store, async, settings, schema: () => world.schema, seesAllData: seesAllData(info, method) });
  runtime.test = context;
  try {
    runtime.transact({ user: runtime.administrator, kind: 'test' }, (transaction) => {
      context.transaction = transaction;
      world.program.callStatic(info.name, method.js, []);
    });
    return null;
  } catch (error) {
    return failureOf(error, world.program);
  } finally {
    runtime.test = null;
  }
}

function failureOf(error: unknown, program: Program): Failure {
  if (error instanceof ApexException) {
    const { type, message, stack } = describeException(error, program);
    return { message: `${type}: ${message}`, stack };
  }
  if (error instanceof NotSupported) return { message: error.message, stack: stackTraceString(error) };
  // A bug of the local org: its own stack says where.
  if (error instanceof Error) return { message: `Local org: ${error.message}`, stack: error.stack ?? '' };
  return { message: `Local org: ${String(error)}`, stack: '' };
}
