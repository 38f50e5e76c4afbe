/** Objects that the platform keeps beside another one (`AccountShare`, `Thing__History`). The local org has none of them. */
import type { Schema } from './model.ts';

const form = /^(\w+?)(?:__)?(Share|History|Feed|Tag|ChangeEvent)$/i;

export function isCompanion(schema: Schema, name: string): boolean {
  const base = form.exec(name)?.[1];
  return base !== undefined && (schema.object(base) ?? schema.object(`${base}__c`)) !== undefined;
}
