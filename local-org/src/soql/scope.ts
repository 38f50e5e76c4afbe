/** What a path of names means inside one FROM: the field, its column, and the joins on the way there. */
import { NotSupported } from '../runtime/exceptions.ts';
import type { FieldType, ObjectType, Schema } from '../schema/model.ts';
import { isCompanion } from '../schema/companions.ts';
import { isPlatformObject } from '../schema/platformObjects.ts';
import { hasColumn } from '../store/columns.ts';
import { hasTable, quoted } from '../store/tables.ts';
import type { SoqlField, SoqlFrom, Span } from '../syntax/tree.ts';
import { formulaColumn } from './calculated.ts';
import { sourceOf } from './source.ts';
import { noSuchColumn, noSuchObject, noSuchRelationship, refused } from './messages.ts';
import { isPlatformField } from '../schema/platformFields.ts';

/** Something that user mode asks rights for. */
export interface Use {
  readonly object: ObjectType;
  readonly field: FieldType | null;
  /** The relationship as written, where the field is only passed through. */
  readonly relationship: string | null;
  /** Named by FIELDS() and not by the query itself. */
  readonly implied: boolean;
  /** In SELECT or FROM: what WITH SECURITY_ENFORCED looks at. */
  readonly selected: boolean;
}

/** Shared by a query and its semi-joins: aliases are unique in the whole statement, rights are asked for together. */
export interface Planning {
  readonly schema: Schema;
  readonly uses: Use[];
  aliases: number;
  /** While WHERE, ORDER BY and the like are planned it is false. */
  selecting: boolean;
}

/** A record reached from FROM: FROM's own (no steps), a parent, or a polymorphic parent (several tables of which one has the row). */
export interface Joined {
  readonly object: ObjectType;
  readonly steps: readonly string[];
  /** The field of the child that points here, and its column; null of FROM's own. */
  readonly lookup: { readonly field: FieldType; readonly column: string } | null;
  /** Several for a polymorphic parent. */
  readonly tables: readonly { readonly object: ObjectType; readonly alias: string }[];
}

export interface Resolved {
  readonly field: FieldType;
  readonly on: Joined;
  readonly column: string;
}

/** SOQL follows at most five child-to-parent relationships. */
const MOST_STEPS = 5;

export class Scope {
  readonly planning: Planning;
  readonly root: Joined;
  /** Of FROM. */
  readonly span: Span;
  readonly #names: ReadonlySet<string>;
  readonly #joins = new Map<string, Joined>();
  readonly #formulaJoins = new Map<string, string>();
  #joinText = '';

  constructor(planning: Planning, object: ObjectType, from: SoqlFrom) {
    this.planning = planning;
    this.span = from.span;
    this.root = { object, steps: [], lookup: null, tables: [{ object, alias: nextAlias(planning) }] };
    this.#names = new Set([from.alias?.toLowerCase() ?? '', object.name.toLowerCase()]);
    planning.uses.push({ object, field: null, relationship: null, implied: false, selected: planning.selecting });
  }

  get object(): ObjectType {
    return this.root.object;
  }

  get alias(): string {
    return this.root.tables[0]!.alias;
  }

  /** Complete only when all paths are resolved. */
  get from(): string {
    return `${sourceOf(this.object, this.planning.schema)} ${this.alias}${this.#joinText}`;
  }

  /** `addresses`: a compound address may stand there. */
  resolve(reference: SoqlField, implied = false, addresses = false): Resolved {
    let path = reference.path;
    if (path.length > 1 && this.#names.has(path[0]!.toLowerCase()) && !this.object.parent(path[0]!)) path = path.slice(1);
    const steps = path.slice(0, -1);
    if (steps.length > MOST_STEPS) throw refused(`SOQL relationship path is too long: ${path.join('.')}`);
    let on = this.root;
    for (const step of steps) on = this.#parent(on, step);
    return this.#field(on, path.at(-1)!, implied, addresses);
  }

  /** By canonical relationship names; the paths below it have been resolved. */
  joinedAt(steps: readonly string[]): Joined {
    const joined = this.#joins.get(steps.join('.').toLowerCase());
    if (!joined) throw new Error(`no join at ${steps.join('.')}`);
    return joined;
  }

  /** The polymorphic parent that TYPEOF is about. */
  polymorphic(relationship: string): Joined {
    const joined = this.#parent(this.root, relationship);
    if (joined.tables.length < 2) throw refused(`TYPEOF can only be used on polymorphic relationships: ${relationship}`);
    return joined;
  }

  fieldOn(on: Joined, name: string): Resolved {
    return this.#field(on, name, false);
  }

  #field(on: Joined, name: string, implied: boolean, addresses = false): Resolved {
    const field = on.object.field(name);
    if (!field)
      throw isPlatformField(on.object.name, name)
        ? new NotSupported(`SOQL on ${on.object.name}.${name}`)
        : noSuchColumn(name, on.object.name);
    if (on.tables.length > 1) return { field, on, column: polymorphicColumn(on, field) };
    const { alias } = on.tables[0]!;
    if (field.formula === null && !hasColumn(field) && !(addresses && field.kind === 'address'))
      throw new NotSupported(`SOQL on ${on.object.name}.${field.name} (${field.kind})`);
    this.planning.uses.push({ object: on.object, field, relationship: null, implied, selected: this.planning.selecting });
    return { field, on, column: field.formula === null ? `${alias}.${quoted(field.name)}` : this.#calculated(on, field, alias) };
  }

  /** Of a parent that is not there nothing is calculated. */
  #calculated(on: Joined, field: FieldType, alias: string): string {
    const { schema } = this.planning;
    const column = formulaColumn(schema, on.object, field, alias, (from, lookup, to) => this.#joinFor(from, lookup, to));
    return on.steps.length === 0 ? column : `CASE WHEN ${alias}."Id" IS NOT NULL THEN ${column} END`;
  }

  /** What a formula reads on the way, nobody needs rights for. */
  #joinFor(from: string, lookup: FieldType, to: ObjectType): string {
    const key = `${from}.${lookup.name}.${to.name}`;
    let alias = this.#formulaJoins.get(key);
    if (alias === undefined) {
      alias = nextAlias(this.planning);
      this.#formulaJoins.set(key, alias);
      this.#joinText += ` LEFT JOIN ${quoted(to.name)} ${alias} ON ${alias}."Id" = ${from}.${quoted(lookup.name)}`;
    }
    return alias;
  }

  #parent(from: Joined, relationship: string): Joined {
    const reference = from.object.parent(relationship);
    if (!reference) throw noSuchRelationship(relationship, 'field path');
    const steps = [...from.steps, reference.relationshipName!];
    const path = steps.join('.').toLowerCase();
    const known = this.#joins.get(path);
    if (known) return known;
    if (from.tables.length > 1) throw new NotSupported(`SOQL path ${steps.join('.')} through a polymorphic relationship`);
    const { schema, uses, selecting: selected } = this.planning;
    uses.push({ object: from.object, field: reference, relationship, implied: false, selected });
    const targets = reference.referenceTo.map((name) => {
      const target = schema.object(name);
      if (!target || !hasTable(target))
        throw new NotSupported(`SOQL relationship ${from.object.name}.${reference.relationshipName} to ${name}`);
      return target;
    });
    const tables = targets.map((object) => ({ object, alias: nextAlias(this.planning) }));
    const column = `${from.tables[0]!.alias}.${quoted(reference.name)}`;
    const key = quoted(reference.holdsDurableId ? 'DurableId' : 'Id');
    for (const { object, alias } of tables) this.#joinText += ` LEFT JOIN ${quoted(object.name)} ${alias} ON ${alias}.${key} = ${column}`;
    let object = targets[0]!;
    if (targets.length > 1) {
      const pseudo = schema.object('Name');
      if (!pseudo) throw new Error('the schema has no Name');
      object = pseudo;
    } else uses.push({ object, field: null, relationship: null, implied: false, selected });
    const joined: Joined = { object, steps, lookup: { field: reference, column }, tables };
    this.#joins.set(path, joined);
    return joined;
  }
}

/** Plans a clause that only filters or sorts. */
export function outsideSelect<T>(planning: Planning, work: () => T): T {
  const { selecting } = planning;
  planning.selecting = false;
  try {
    return work();
  } finally {
    planning.selecting = selecting;
  }
}

function nextAlias(planning: Planning): string {
  return `t${planning.aliases++}`;
}

/** Id of the record reached, null where there is none. */
export const idColumn = (on: Joined): string => coalesced(on.tables.map(({ alias }) => `${alias}."Id"`));

/** A field of the pseudo object Name: the value of whichever table has the row. */
function polymorphicColumn(on: Joined, field: FieldType): string {
  if (field.name === 'Type')
    return `CASE ${on.tables.map(({ object, alias }) => `WHEN ${alias}."Id" IS NOT NULL THEN ${ownType(object, alias)}`).join(' ')} END`;
  const columns = on.tables.flatMap(({ object, alias }) => {
    const own = object.field(field.name);
    return own && hasColumn(own) ? [`${alias}.${quoted(own.name)}`] : [];
  });
  return columns.length === 0 ? 'NULL' : coalesced(columns);
}

/** `Owner.Type` says Queue for a queue, which is a Group. */
const ownType = (object: ObjectType, alias: string): string =>
  object.name === 'Group' ? `CASE ${alias}."Type" WHEN 'Queue' THEN 'Queue' ELSE 'Group' END` : `'${object.name}'`;

const coalesced = (columns: readonly string[]): string => (columns.length === 1 ? columns[0]! : `coalesce(${columns.join(', ')})`);

/** The object of a FROM that names one. */
export function queriedObject(schema: Schema, name: string): ObjectType {
  const object = schema.object(name);
  if (object?.incomplete) throw new NotSupported(`SOQL on ${object.name}`);
  if (object && hasTable(object)) return object;
  if (!object && (isPlatformObject(name) || isCompanion(schema, name))) throw new NotSupported(`SOQL on ${name}`);
  throw noSuchObject(name);
}
