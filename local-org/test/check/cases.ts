/** Tables of small classes: wrong ones with the problems they must give, right ones that must compile. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile, shownProblems } from './compile.ts';

/** `expected`: `line:column message`. Several sources: all are compiled together. */
export function wrong(title: string, sources: string | readonly string[], ...expected: readonly string[]): void {
  test(title, () => {
    assert.deepEqual(shownProblems(compile(typeof sources === 'string' ? [sources] : sources)), expected);
  });
}

export function right(title: string, ...sources: readonly string[]): void {
  test(title, () => {
    const compiled = compile(sources);
    assert.deepEqual(shownProblems(compiled), []);
    assert.equal(compiled.bound.length, sources.length);
  });
}

/** A class whose method `run` has that body: its first line is line 3. */
export const inMethod = (body: string): string => `public class A {\n  public void run() {\n${body}\n  }\n}`;
