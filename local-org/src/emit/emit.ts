/**
 * Bound unit → one script: a function that is given the kernel, the imports and the coverage marks, and returns the
 * unit's classes and its body. It decides nothing about Apex; it writes down what the checker decided.
 */
import type { BoundStatement, BoundUnit } from '../types/bound.ts';
import type { CompiledUnit } from '../runtime/program.ts';
import type { Place } from '../runtime/stackTrace.ts';
import { emitClasses, firstLine } from './classes.ts';
import { emitFunction, functionName, type FrameFacts } from './functions.ts';
import { contents } from './statements.ts';
import { UnitScope } from './unitScope.ts';

export function emit(unit: BoundUnit): CompiledUnit {
  const infos = unit.classes.map((type) => type.info);
  // Tests are not counted, as on the platform.
  const scope = new UnitScope(unit, !(infos[0]?.isTest ?? false));
  const body = unit.body && bodyPiece(scope, unit.body);
  const classes = emitClasses(scope, body ? [body] : []);
  scope.lines.text(`return {classes:${classes},body:${body ? body.name : 'null'}};})`);
  return {
    name: unit.name,
    kind: unit.kind,
    path: unit.path,
    apiVersion: unit.apiVersion,
    js: scope.header() + scope.lines.toString(),
    coverable: scope.coverable,
    classes: infos,
    trigger: unit.trigger,
  };
}

function bodyPiece(scope: UnitScope, body: BoundStatement): { readonly name: string; readonly line: number; readonly write: () => void } {
  const { unit } = scope;
  const place: Place = unit.kind === 'trigger' ? { kind: 'trigger', name: unit.name } : { kind: 'anonymous' };
  const name = functionName(scope, place);
  const line = firstLine(body);
  const facts = { name, place, params: [], line, frame: frameOf(unit), statics: null, returnsThis: false };
  return { name, line, write: () => emitFunction(scope, facts, (m) => contents(m, body)) };
}

/** Triggers see all records; an anonymous block is its user's. */
function frameOf({ kind, name, apiVersion }: BoundUnit): FrameFacts {
  return kind === 'trigger' ? { className: name, sharing: 'without', apiVersion } : { className: '', sharing: 'with', apiVersion };
}
