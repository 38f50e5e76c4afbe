/** Sources → compiled units: parse, check, emit. A unit with a problem is left out, and so is what depends on it. */
import { check } from '../check/check.ts';
import { emit } from '../emit/emit.ts';
import type { CompiledUnit } from '../runtime/program.ts';
import type { Schema } from '../schema/model.ts';
import { library } from '../standard/registry.ts';
import { parse } from '../syntax/parse.ts';
import type { Problem, Source, Unit } from '../syntax/tree.ts';

export interface Compiled {
  readonly units: readonly CompiledUnit[];
  readonly problems: readonly Problem[];
  readonly notCompiled: readonly string[];
  /** What the Metadata API would refuse in the files themselves. */
  readonly metadataProblems: readonly Problem[];
}

/** Remembers trees by their source, where there is a cache. */
export type ParseWith = (source: Source) => ReturnType<typeof parse>;

export const nameOfSource = ({ path }: Source): string => (path.split('/').at(-1) ?? path).replace(/\.(?:cls|trigger)$/, '');

export function compile(sources: readonly Source[], schema: Schema, parseWith: ParseWith = parse): Omit<Compiled, 'metadataProblems'> {
  const units: Unit[] = [];
  const problems: Problem[] = [];
  const unparsed: string[] = [];
  for (const source of sources) {
    const result = parseWith(source);
    problems.push(...result.problems);
    if (result.unit) units.push(result.unit);
    else unparsed.push(nameOfSource(source));
  }
  const checked = check(units, { schema, library });
  return {
    units: checked.bound.map(emit),
    problems: [...problems, ...checked.problems],
    notCompiled: [...unparsed, ...checked.notCompiled],
  };
}
