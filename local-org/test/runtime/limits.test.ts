import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ticker, UNITS_PER_MILLISECOND } from '../../src/runtime/cpu.ts';
import { LimitError } from '../../src/runtime/exceptions.ts';
import { outermost, state, type Frame } from '../../src/runtime/frame.ts';
import { createLimits } from '../../src/runtime/limits.ts';
import { runIn } from '../../src/runtime/transaction.ts';
import { linked, transactionOf } from '../helpers/apex.ts';

test('a limit throws past its maximum, with the figure reached', () => {
  const limits = createLimits('synchronous');
  limits.use('queries', 100);
  assert.throws(
    () => limits.use('queries', 1),
    (error: unknown) => error instanceof LimitError && error.message === 'Too many SOQL queries: 101',
  );
  assert.equal(limits.used('queries'), 101);
});

test('asynchronous transactions have their own maxima; heap is an estimate and stops nobody', () => {
  assert.equal(createLimits('batchExecute').max('queries'), 200);
  assert.equal(createLimits('scheduled').max('queries'), 100);
  assert.equal(createLimits('future').max('cpuTime'), 60_000);
  const limits = createLimits('test');
  limits.use('heapSize', 1e9);
  assert.equal(limits.used('heapSize'), 1e9);
});

test('CPU time is counted per transaction, and an inner one does not pay for the outer', () => {
  const program = linked('public class Probe {}');
  const outer = transactionOf(program);
  const inner = transactionOf(program);
  runIn(outer, () => {
    ticker.n += 5 * UNITS_PER_MILLISECOND;
    runIn(inner, () => {
      assert.equal(inner.limits.used('cpuTime'), 0);
      assert.equal(outer.limits.used('cpuTime'), 5);
      ticker.n += 7 * UNITS_PER_MILLISECOND;
    });
    assert.equal(outer.limits.used('cpuTime'), 5);
    assert.throws(() => outer.limits.use('cpuTime', 10_000), { message: 'Apex CPU time limit exceeded' });
  });
  assert.equal(inner.limits.used('cpuTime'), 7);
});

test('a transaction inside another starts outside of any class; the outer frame is back afterwards', () => {
  const program = linked('public class Probe {}');
  const frame: Frame = { className: 'A', sharing: 'without', apiVersion: 60 };
  runIn(transactionOf(program), () => {
    state.frame = frame;
    state.depth = 7;
    runIn(transactionOf(program), () => {
      assert.equal(state.frame, outermost);
      assert.equal(state.depth, 0);
    });
    assert.equal(state.frame, frame);
    assert.equal(state.depth, 7);
  });
  assert.equal(state.frame, outermost);
});
