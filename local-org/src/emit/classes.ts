/** Methods, constructors, accessors and initialisers of the unit's classes, in order of their lines, and the tables that link.ts builds classes from. */
import { mangle } from '../types/symbols.ts';
import type { Bound, BoundClass, BoundInitializer, BoundMethod, BoundStatement } from '../types/bound.ts';
import type { FieldInfo } from '../types/classInfo.ts';
import type { Place } from '../runtime/stackTrace.ts';
import { methodOf } from './calls.ts';
import { expression, expressions, quote } from './expressions.ts';
import { emitFunction, functionName, type FunctionFacts } from './functions.ts';
import { callsSomething } from './leaf.ts';
import type { MethodScope } from './methodScope.ts';
import { contents, statement } from './statements.ts';
import type { UnitScope } from './unitScope.ts';

/** Something to be written at a line. */
interface Piece {
  readonly line: number;
  readonly write: () => void;
}

/** What a class consists of, by the names of its functions. */
interface ClassParts {
  readonly type: BoundClass;
  readonly hasStatics: boolean;
  /** js → function name */
  readonly methods: Map<string, string>;
  readonly statics: Map<string, string>;
  readonly staticInitializers: readonly string[];
}

/** Writes all functions; returns the JavaScript of the table of classes. */
export function emitClasses(unit: UnitScope, more: readonly Piece[]): string {
  const pieces: Piece[] = [...more];
  const parts = unit.unit.classes.filter(({ info }) => info.kind === 'class').map((type) => partsOf(unit, type, pieces));
  pieces.sort((a, b) => a.line - b.line);
  for (const piece of pieces) piece.write();
  return `[${parts.map((part) => definition(unit, part)).join(',')}]`;
}

function partsOf(unit: UnitScope, type: BoundClass, pieces: Piece[]): ClassParts {
  const { name } = type.info;
  const hasStatics = type.info.fields.some((field) => field.static) || type.staticInitializers.length > 0;
  const methods = new Map<string, string>();
  const statics = new Map<string, string>();
  const ownStatics = hasStatics ? name : null;

  const addMethod = (method: BoundMethod, place: Place): void => {
    if (!method.body) return;
    const { body } = method;
    const fn = functionName(unit, place);
    // A call of an `@future` method goes through the class table, where it is queued.
    if (!isFuture(type, method)) unit.functions.set(`${name}.${method.js}`, fn);
    (method.static ? statics : methods).set(method.js, fn);
    const facts = factsOf(unit, type, fn, place, method, callsSomething(body), ownStatics);
    pieces.push({ line: method.at.line, write: () => emitFunction(unit, facts, (m) => contents(m, body)) });
  };
  for (const method of type.methods) addMethod(method, { kind: 'method', className: name, name: method.name });
  for (const method of type.accessors) addMethod(method, { kind: 'method', className: name, name: `__sfdc_${method.name}` });

  const group = (initializers: readonly BoundInitializer[], isStatic: boolean): readonly string[] =>
    initializers.flatMap((initializer) => {
      if (initializer.kind === 'field' && !initializer.value) return [];
      const place: Place = { kind: isStatic ? 'static' : 'constructor', className: name };
      const fn = functionName(unit, place, !isStatic);
      const facts = factsOf(unit, type, fn, place, null, true, ownStatics);
      const line = lineOf(initializer);
      pieces.push({ line, write: () => emitFunction(unit, { ...facts, line }, (m) => initialise(m, initializer, isStatic)) });
      return [fn];
    });
  const staticInitializers = group(type.staticInitializers, true);
  const instanceInitializers = group(type.instanceInitializers, false);

  const addConstructor = (constructor: BoundMethod): void => {
    const place: Place = { kind: 'constructor', className: name };
    const fn = functionName(unit, place);
    unit.functions.set(`${name}.${constructor.js}`, fn);
    methods.set(constructor.js, fn);
    const facts = { ...factsOf(unit, type, fn, place, constructor, true, ownStatics), returnsThis: true };
    pieces.push({ line: facts.line, write: () => emitFunction(unit, facts, (m) => construct(m, constructor, instanceInitializers)) });
  };
  for (const constructor of type.constructors) addConstructor(constructor);
  for (const constructor of impliedConstructors(type, instanceInitializers.length > 0 || hasStatics)) addConstructor(constructor);

  return { type, hasStatics, methods, statics, staticInitializers };
}

const isFuture = ({ info }: BoundClass, method: BoundMethod): boolean =>
  info.methods.some(({ js, annotations }) => js === method.js && annotations.some((annotation) => annotation.name === 'future'));

function factsOf(
  unit: UnitScope,
  { info }: BoundClass,
  name: string,
  place: Place,
  method: BoundMethod | null,
  framed: boolean,
  statics: string | null,
): FunctionFacts {
  return {
    name,
    place,
    params: method?.params ?? [],
    line: method?.at.line ?? info.line,
    frame: framed ? { className: info.name, sharing: info.sharing, apiVersion: unit.unit.apiVersion } : null,
    statics,
    returnsThis: false,
  };
}

const lineOf = (initializer: BoundInitializer): number =>
  initializer.kind === 'field' ? initializer.at.line : firstLine(initializer.body);

export function firstLine(body: BoundStatement): number {
  if (body.op !== 'block') return body.at.line;
  return body.statements.length === 0 ? 1 : Math.min(...body.statements.map(firstLine));
}

function initialise(m: MethodScope, initializer: BoundInitializer, isStatic: boolean): void {
  if (initializer.kind === 'block') return contents(m, initializer.body);
  const { js, at, value } = initializer;
  if (!value) return;
  m.unit.lines.text(m.unit.cover(at.line));
  m.unit.lines.text(`${isStatic ? '$s' : 'this'}.${js}=${expression(m, value)};`);
}

/** First the other constructor, then (unless that was `this(…)`) the fields, then the body. */
function construct(m: MethodScope, { constructorCall, body }: BoundMethod, initializers: readonly string[]): void {
  const { lines } = m.unit;
  if (constructorCall) {
    const { owner, js, library, args } = constructorCall;
    const method = library ? `${m.unit.kernel('UserException')}.prototype.${libraryConstructor(js)}` : methodOf(m, owner, js);
    lines.text(`${method}.call(${['this', ...(args.length === 0 ? [] : [expressions(m, args)])].join(',')});`);
  }
  if (constructorCall?.which !== 'this') for (const initializer of initializers) lines.text(`${initializer}.call(this);`);
  if (body) for (const inner of body.op === 'block' ? body.statements : [body]) statement(m, inner);
}

/** The checker may name a constructor of Exception by its key: `Exception.<init>(String)`. */
function libraryConstructor(js: string): string {
  const params = /\((.*)\)$/.exec(js)?.[1];
  return params === undefined ? js : mangle('init', params === '' ? [] : params.split(', '));
}

/** Exception classes inherit four constructors; every other class without a constructor has the one without parameters. */
function impliedConstructors({ info, superClass, constructors }: BoundClass, hasInitializers: boolean): readonly BoundMethod[] {
  const at = { line: info.line, column: 1, endLine: info.line, endColumn: 1 };
  const implied = (params: readonly string[]): BoundMethod => {
    const js = mangle('init', params);
    const names = params.map((param) => param.toLowerCase());
    const args = names.map((name): Bound => ({ op: 'local', name }));
    const call = superClass && { which: 'super' as const, owner: superClass.name, js, library: superClass.library, args };
    return { name: '<init>', js, static: false, params: names, body: null, at, constructorCall: call };
  };
  if (superClass?.library) {
    const own = new Set(constructors.map((constructor) => constructor.js));
    const all = [[], ['String'], ['Exception'], ['String', 'Exception']].map(implied);
    return hasInitializers ? all.filter((constructor) => !own.has(constructor.js)) : [];
  }
  return constructors.length === 0 ? [implied([])] : [];
}

function definition(unit: UnitScope, { type, hasStatics, methods, statics, staticInitializers }: ClassParts): string {
  const { info, aliases } = type;
  const fields = (isStatic: boolean): readonly FieldInfo[] => info.fields.filter((field) => field.static === isStatic);
  const assignments = fields(false)
    .map(({ js }) => `this.${js}=null;`)
    .join('');
  const initial = fields(true)
    .map(({ js }) => `${js}:null`)
    .join(',');
  return `{name:${quote(info.name)},make:($base)=>class extends $base{constructor(){super();${assignments}}},${[
    `methods:${table(methods, plainAccessors(type, methods, false, 'this'))}`,
    `statics:${table(statics, plainAccessors(type, statics, true, `${unit.kernel('staticsOf')}(${unit.class(info.name)})`))}`,
    `newStatics:${hasStatics ? `()=>({${initial}})` : 'null'}`,
    `initializers:[${staticInitializers.join(',')}]`,
    `aliases:[${aliases.map(({ js, own }) => `[${quote(js)},${quote(own)}]`).join(',')}]`,
  ].join(',')}}`;
}

const table = (functions: ReadonlyMap<string, string>, more: readonly string[]): string =>
  `{${[...[...functions].map(([js, fn]) => `${quote(js)}:${fn}`), ...more].join(',')}}`;

/** `get;` beside a `set { … }`, and the other way round: the accessor without body works on the stored field. */
function plainAccessors({ info }: BoundClass, written: ReadonlyMap<string, string>, isStatic: boolean, owner: string): readonly string[] {
  return info.fields
    .filter((field) => field.property && field.static === isStatic)
    .flatMap(({ js, readable, writable }) => [
      ...(readable && !written.has(`get$${js}`) ? [`get$${js}(){return ${owner}.${js};}`] : []),
      ...(writable && !written.has(`set$${js}`) ? [`set$${js}($value){${owner}.${js}=$value;}`] : []),
    ]);
}
