/** Small SFDX projects for tests: paths and texts in. */
const encoder = new TextEncoder();

export const project = (files: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)]));

export const objectFile = (body = ''): string =>
  `<CustomObject><label>Widget</label><pluralLabel>Widgets</pluralLabel><nameField><label>Widget Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel>${body}</CustomObject>`;

export const fieldFile = (name: string, type: string, body = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><label>${name.replace('__c', '')}</label><type>${type}</type>${body}</CustomField>`;

/** What every network file must say. */
export const networkFile = (body: string, name = 'Portal'): string =>
  `<Network><changePasswordTemplate>unfiled$public/T</changePasswordTemplate><emailSenderAddress>site@local-org.test</emailSenderAddress><emailSenderName>${name}</emailSenderName><forgotPasswordTemplate>unfiled$public/T</forgotPasswordTemplate>${body}<site>${name}</site><tabs><defaultTab>home</defaultTab><standardTab>Chatter</standardTab></tabs><welcomeTemplate>unfiled$public/T</welcomeTemplate></Network>`;

/** `widget({ Size__c: ['Number', '<precision>5</precision>…'] })`: Widget__c with those fields. */
export function widget(
  fields: Readonly<Record<string, readonly [type: string, body?: string]>>,
  more: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, Uint8Array> {
  const files: Record<string, string> = { 'app/objects/Widget__c/Widget__c.object-meta.xml': objectFile() };
  for (const [name, [type, body]] of Object.entries(fields))
    files[`app/objects/Widget__c/fields/${name}.field-meta.xml`] = fieldFile(name, type, body);
  return project({ ...files, ...more });
}
