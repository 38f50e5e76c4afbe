/** Tree → something that can be calculated: names looked up, types checked, functions chosen. */
import { NotSupported } from '../runtime/exceptions.ts';
import type { ObjectType, Schema } from '../schema/model.ts';
import type { Bound, FieldReference, Run, Step } from './bound.ts';
import type { Place } from './functions/define.ts';
import { functions, notModelled } from './functions/known.ts';
import { globalNamed } from './globals.ts';
import { parseFormula } from './parse.ts';
import { refersToItself, unknownField, unknownFunction } from './problems.ts';
import { referenceTo, resolvePath, runOf, typeOfField } from './references.ts';
import type { FormulaNode } from './tree.ts';
import { decimal, type FormulaType } from './values.ts';

/** What a formula is read in. */
export interface Scope {
  readonly schema: Schema;
  /** Null where there is no record: default values. */
  readonly object: ObjectType | null;
  /** From the record that is calculated to the one this formula belongs to. */
  readonly above: readonly Step[];
  readonly place: Place;
  /** Blank numbers count as zero. */
  readonly blankAsZero: boolean;
  /** The stored fields that are read, by key. */
  readonly references: Map<string, FieldReference>;
  /** Globals that may be used, in lower case; absent: all. */
  readonly globals?: ReadonlySet<string>;
  /** Formula fields on the way here. */
  readonly within: readonly string[];
}

export function bindFormula(text: string, scope: Scope): Bound {
  return bind(parseFormula(text), scope);
}

function bind(node: FormulaNode, scope: Scope): Bound {
  switch (node.kind) {
    case 'number': {
      const value = decimal(node.text);
      return { node, type: 'Number', run: () => value };
    }
    case 'text': {
      const value = node.value === '' ? null : node.value;
      return { node, type: 'Text', run: () => value };
    }
    case 'boolean':
      return { node, type: 'Boolean', run: () => node.value };
    case 'null':
      return { node, type: 'Null', run: () => null };
    case 'field':
      return { node, ...named(node.path, scope) };
    case 'call':
      return { node, ...call(node, scope) };
    default:
      return node satisfies never;
  }
}

interface Typed {
  readonly type: FormulaType;
  readonly run: Run;
}

function call(node: Extract<FormulaNode, { kind: 'call' }>, scope: Scope): Typed {
  const { name } = node;
  const define = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!define) throw notModelled.has(name) ? new NotSupported(`formula function ${name}`) : unknownFunction(name);
  const args = node.args.map((arg) => bind(arg, scope));
  return define({ name, args, place: scope.place, fieldName: ownField });
}

const ownField = ({ node }: Bound): string | null => (node.kind === 'field' && !node.path.includes('.') ? node.path : null);

function named(path: string, scope: Scope): Typed {
  const { schema, object } = scope;
  if (/^\$recordtype\./i.test(path)) return named(path.slice(1), scope);
  if (path.startsWith('$')) {
    if (scope.globals?.has(path.split('.')[0]!.toLowerCase()) === false) throw unknownField(path);
    return globalNamed(schema, path);
  }
  if (!object) throw unknownField(path);
  const reached = resolvePath(schema, object, path, scope.above);
  const { field } = reached;
  const typed = field.formula === null || scope.place === 'memory' ? stored(reached, path, scope) : calculated(reached, path, scope);
  if (!scope.blankAsZero || typed.type !== 'Number') return typed;
  const { run } = typed;
  const zero = decimal(0);
  return { type: 'Number', run: (context) => run(context) ?? zero };
}

function stored(reached: ReturnType<typeof resolvePath>, path: string, scope: Scope): Typed {
  const made = referenceTo(reached);
  const reference = scope.references.get(made.key) ?? made;
  scope.references.set(reference.key, reference);
  return { type: typeOfField(reached.field, path, scope.place === 'field'), run: runOf(reference) };
}

/** Another formula field is calculated in place, from the same record, unrounded. */
function calculated({ steps, object, field }: ReturnType<typeof resolvePath>, path: string, scope: Scope): Typed {
  const name = `${object.name}.${field.name}`;
  if (scope.within.includes(name)) throw refersToItself(path);
  const inner = bindFormula(field.formula ?? '', {
    ...scope,
    object,
    above: steps,
    place: 'field',
    blankAsZero: field.blankAsZero ?? false,
    within: [...scope.within, name],
  });
  return { type: typeOfField(field, path, false), run: inner.run };
}
