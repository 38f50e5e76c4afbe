/** Roll-up summary fields: their definition, and the type they take over from the field that is summarised. */
import type { FieldType, SummaryDefinition, SummaryFilter } from '../model.ts';
import type { ObjectDefinition } from '../objectType.ts';
import type { Metadata } from './metadata.ts';
import { problem } from './metadata.ts';
import { childrenNamed, textOf, type XmlElement } from './xml.ts';

/** `Line__c.Order__c` → its two names. */
const parted = (name: string | null): readonly [string, string] => {
  const [object = '', field = ''] = (name ?? '').split('.');
  return [object, field];
};

export function summaryOf(element: XmlElement): SummaryDefinition {
  const [child, foreignKey] = parted(textOf(element, 'summaryForeignKey'));
  const operation = textOf(element, 'summaryOperation') ?? '';
  const filters = childrenNamed(element, 'summaryFilterItems').map((item): SummaryFilter => ({
    field: parted(textOf(item, 'field'))[1],
    operation: textOf(item, 'operation') ?? '',
    value: textOf(item, 'value') ?? '',
  }));
  return { child, foreignKey, operation, field: parted(textOf(element, 'summarizedField'))[1] || null, filters };
}

const comparisons: ReadonlySet<string> = new Set(['equals', 'notEqual', 'lessThan', 'greaterThan', 'lessOrEqual', 'greaterOrEqual']);

/** Types are known only when all objects are. */
export function withSummaryTypes(definitions: readonly ObjectDefinition[], metadata: Metadata): readonly ObjectDefinition[] {
  const named = new Map(definitions.map((definition) => [definition.name.toLowerCase(), definition]));
  const refuse = (at: FieldType, what: string, kind: 'error' | 'notSupported'): FieldType => {
    const path = metadata.objects.get(at.summary?.child.toLowerCase() ?? '')?.path ?? '';
    metadata.problems.push(problem(path, what, kind));
    return at;
  };
  const resolve = (object: ObjectDefinition, made: FieldType): FieldType => {
    const { summary } = made;
    if (!summary) return made;
    const place = `roll-up summary ${object.name}.${made.name}`;
    const child = named.get(summary.child.toLowerCase());
    const fieldNamed = (name: string): FieldType | undefined => child?.fields.find((one) => one.name.toLowerCase() === name.toLowerCase());
    const key = fieldNamed(summary.foreignKey);
    if (!child || !key)
      return refuse(made, `In field: summaryForeignKey - no CustomField named ${summary.child}.${summary.foreignKey} found`, 'error');
    if (!key.masterDetail) return refuse(made, `${place} over a lookup that is no master-detail relationship`, 'notSupported');
    for (const filter of summary.filters) {
      const filtered = fieldNamed(filter.field);
      if (!filtered) return refuse(made, `In field: field - no CustomField named ${child.name}.${filter.field} found`, 'error');
      if (!comparisons.has(filter.operation) || ['date', 'datetime', 'time', 'multipicklist'].includes(filtered.kind))
        return refuse(made, `${place} filtered by ${filter.field} ${filter.operation}`, 'notSupported');
    }
    if (summary.operation === 'count') return made;
    const of = fieldNamed(summary.field ?? '');
    if (!of) return refuse(made, `In field: summarizedField - no CustomField named ${child.name}.${summary.field ?? ''} found`, 'error');
    const { kind, scale } = of;
    return { ...made, kind: kind === 'int' ? 'double' : kind, scale, precision: kind === 'date' || kind === 'datetime' ? 0 : 18 };
  };
  return definitions.map((definition) =>
    definition.fields.some((made) => made.summary)
      ? { ...definition, fields: definition.fields.map((made) => resolve(definition, made)) }
      : definition,
  );
}
