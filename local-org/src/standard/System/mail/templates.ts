/** Stored e-mail templates: `{!Contact.FirstName}` and `{{{Recipient.FirstName}}}` filled in. What is no plain field is refused by name. */
import { apexError, NotSupported } from '../../../runtime/exceptions.ts';
import { current } from '../../../runtime/transaction.ts';
import type { SObject } from '../../../runtime/values/sobject.ts';

export interface Rendered {
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
}

interface Records {
  readonly who: SObject | null;
  readonly what: SObject | null;
}

function recordOf(id: string | null): SObject | null {
  const object = id === null ? undefined : current().data.schema.objectOfId(id);
  return object ? current().data.record(object.name, id) : null;
}

/** Whose field a merge field names: the recipient's, the related record's, the sender's or the organization's. */
function subjectOf(name: string, { who, what }: Records): SObject | null | undefined {
  const lower = name.toLowerCase();
  if (lower === 'recipient') return who;
  if (lower === 'relatedto') return what;
  if (lower === 'sender' || lower === 'user') return current().data.record('User', current().user);
  if (lower === 'organization') return current().data.record('Organization', null);
  return [who, what].find((record) => record?.schema.name.toLowerCase() === lower);
}

/** Dates, numbers and the like are shown by the recipient's locale, which is not modelled. */
function fieldText(reference: string, records: Records): string {
  const [name = '', field = '', ...deeper] = reference.split('.');
  const record = subjectOf(name.trim(), records);
  const type = record?.schema.field(field.trim());
  if (!record || !type || deeper.length > 0) throw new NotSupported(`merge field ${reference} of an e-mail template`);
  const value = record.fields.get(type.name) ?? null;
  if (value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new NotSupported(`merge field ${reference} of an e-mail template, which is no text`);
}

function merge(text: unknown, records: Records): string | null {
  if (typeof text !== 'string') return null;
  return text.replace(/\{\{\{([^{}]+)\}\}\}|\{!([^{}]+)\}/g, (_all, lightning?: string, classic?: string) =>
    fieldText(lightning ?? classic ?? '', records),
  );
}

export function renderTemplate(templateId: string | null, whoId: string | null, whatId: string | null): Rendered {
  const template = templateId === null ? null : current().data.record('EmailTemplate', templateId);
  if (!template) throw apexError('EmailException', 'INVALID_ID_FIELD, Invalid template id: [templateId]');
  if (template.fields.get('TemplateType') === 'visualforce') throw new NotSupported('rendering a Visualforce e-mail template');
  const records = { who: recordOf(whoId), what: recordOf(whatId) };
  return {
    subject: merge(template.fields.get('Subject'), records),
    text: merge(template.fields.get('Body'), records),
    html: merge(template.fields.get('HtmlValue'), records),
  };
}
