/** The child relationship that a sub-query names: `FROM Contacts`, or with its parent before it, `FROM Account.Contacts`. */
import type { ChildRelationship, ObjectType } from './model.ts';

export function queriedChild(parent: ObjectType, relationship: string): ChildRelationship | undefined {
  const own = `${parent.name}.`.toLowerCase();
  return parent.child(relationship.toLowerCase().startsWith(own) ? relationship.slice(own.length) : relationship);
}
