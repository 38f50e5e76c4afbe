/** Lookups that lead to custom objects too: what activities, files and notes may hang on. */
import type { ObjectDefinition } from './objectType.ts';

/** Of activities only where the object's file enables them, which shows in its LastActivityDate. */
const activities: ReadonlySet<string> = new Set(['Task.WhatId', 'Event.WhatId', 'EmailMessage.RelatedToId']);
const attachments: ReadonlySet<string> = new Set([
  'Attachment.ParentId',
  'ContentDocumentLink.LinkedEntityId',
  'ContentVersion.FirstPublishLocationId',
  'Note.ParentId',
]);

export function withCustomTargets(definitions: readonly ObjectDefinition[]): readonly ObjectDefinition[] {
  const custom = definitions.filter(({ kind }) => kind === 'custom');
  if (custom.length === 0) return definitions;
  const all = custom.map(({ name }) => name);
  const active = custom.filter(({ fields }) => fields.some(({ name }) => name === 'LastActivityDate')).map(({ name }) => name);
  const further = (object: string, field: string): readonly string[] =>
    activities.has(`${object}.${field}`) ? active : attachments.has(`${object}.${field}`) ? all : [];
  return definitions.map((definition) => {
    if (!definition.fields.some((field) => further(definition.name, field.name).length > 0)) return definition;
    const fields = definition.fields.map((field) => {
      const more = further(definition.name, field.name);
      return more.length === 0 ? field : { ...field, referenceTo: [...field.referenceTo, ...more] };
    });
    return { ...definition, fields };
  });
}
