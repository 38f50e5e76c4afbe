/** The compile gate: units, schema and library in; bound trees or problems out. All units are declared before the body of any is looked at. */
import type { Schema } from '../schema/model.ts';
import type { Problem, Unit } from '../syntax/tree.ts';
import type { BoundUnit } from '../types/bound.ts';
import { checkAnnotations } from './annotations.ts';
import { boundClass } from './classes.ts';
import { checkCircles, checkExceptionName, declareNames, declareSupers, typesOf } from './declare.ts';
import { declareMembers } from './declareMembers.ts';
import { spreadInvalidity } from './dependents.ts';
import { checkHierarchy } from './hierarchy.ts';
import type { LibraryTypes } from './library.ts';
import { attempt } from './report.ts';
import { scriptBody, triggerObject } from './scripts.ts';
import type { UnitState } from './userTypes.ts';
import type { World } from './world.ts';

export interface CheckResult {
  /** Only the units without problems. */
  readonly bound: readonly BoundUnit[];
  readonly problems: readonly Problem[];
  /** Names of units left out. */
  readonly notCompiled: readonly string[];
}

export interface Given {
  readonly schema: Schema;
  readonly library: LibraryTypes;
  /** Units whose bodies are looked at; the others are declared only, because they were found right before. None = all. */
  readonly bodiesOf?: (unit: Unit) => boolean;
}

export function check(units: readonly Unit[], given: Given): CheckResult {
  const world: World = { schema: given.schema, library: given.library, types: new Map() };
  const states = units.map(unitState);
  for (const state of states) declareNames(world, state);
  const types = states.flatMap(typesOf);
  for (const type of types) declareSupers(world, type);
  for (const type of types) checkCircles(type);
  for (const type of types) declareMembers(world, type);
  const wanted = states.filter(({ unit }) => given.bodiesOf?.(unit) ?? true);
  const bound = wanted.map((state) => ({ state, unit: boundUnit(world, state) }));
  spreadInvalidity(states);
  const isBad = (state: UnitState): boolean => state.problems.length > 0;
  return {
    bound: bound.filter(({ state }) => !isBad(state)).map(({ unit }) => unit),
    problems: states.flatMap((state) => state.problems),
    notCompiled: states.filter(isBad).map((state) => state.name),
  };
}

function unitState(unit: Unit): UnitState {
  const name = unit.kind === 'type' ? unit.declaration.name : unit.kind === 'trigger' ? unit.name : 'AnonymousBlock';
  return { unit, source: unit.source, problems: [], uses: new Map(), name, type: null, isTest: false };
}

function boundUnit(world: World, state: UnitState): BoundUnit {
  const { unit } = state;
  const classes = typesOf(state).map((type) => {
    const aliases = checkHierarchy(world, type);
    checkExceptionName(world, type);
    checkAnnotations(type);
    return boundClass(world, type, aliases);
  });
  const object = unit.kind === 'trigger' ? (attempt(state, () => triggerObject(world, unit)) ?? null) : null;
  const body = unit.kind === 'trigger' && object === null ? null : scriptBody(world, state, object);
  const { path, apiVersion } = unit.source;
  const trigger = unit.kind === 'trigger' && object !== null ? { name: unit.name, path, object, events: unit.events, apiVersion } : null;
  return { path, kind: unit.kind === 'type' ? 'class' : unit.kind, name: state.name, apiVersion, classes, body, trigger };
}
