/** What a FROM reads: the table of the object; of a share object also the rows that say who owns each record. */
import { NotSupported } from '../runtime/exceptions.ts';
import type { ObjectType, Schema } from '../schema/model.ts';
import { columnsOf, quoted } from '../store/tables.ts';

export function sourceOf(object: ObjectType, schema: Schema): string {
  const { shareOf } = object;
  const shared = shareOf && schema.object(shareOf.object);
  if (!shareOf || !shared) return quoted(object.name);
  if (!shared.field('OwnerId')) throw new NotSupported(`SOQL on ${object.name} of an object without owner`);
  const owned: Readonly<Record<string, string>> = {
    Id: `owner_share_id('${object.keyPrefix}', p."Id")`,
    [shareOf.parent]: 'p."Id"',
    UserOrGroupId: 'p."OwnerId"',
    [shareOf.access]: `'All'`,
    RowCause: `'Owner'`,
    LastModifiedDate: 'p."LastModifiedDate"',
    LastModifiedById: 'p."LastModifiedById"',
    IsDeleted: '0',
  };
  const columns = columnsOf(object).map(({ name }) => name);
  const written = columns.map((name) => `s.${quoted(name)}`).join(', ');
  const derived = columns.map((name) => `${owned[name] ?? 'NULL'} AS ${quoted(name)}`).join(', ');
  const parent = quoted(shared.name);
  return `(SELECT ${written} FROM ${quoted(object.name)} s JOIN ${parent} p ON p."Id" = s.${quoted(shareOf.parent)} AND p."IsDeleted" = 0 UNION ALL SELECT ${derived} FROM ${parent} p WHERE p."IsDeleted" = 0)`;
}
