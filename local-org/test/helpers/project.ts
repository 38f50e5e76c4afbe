/** Small SFDX projects written in tests: contents by short names, -meta.xml files added. */
import { openOrg, type OpenOptions, type Org } from '../../index.ts';

export const ADMIN = 'admin@local-org.test';

const xml = (type: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">\n${body}\n</${type}>\n`;

export interface Project {
  /** Class name → source. */
  readonly classes?: Readonly<Record<string, string>>;
  readonly triggers?: Readonly<Record<string, string>>;
  /** `Thing__c` → field name → XML inside of CustomField. */
  readonly objects?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** `Note__e` → fields; published after commit unless the name is in `immediate`. */
  readonly events?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly immediate?: readonly string[];
  /** Trigger → batch size. */
  readonly batchSizes?: Readonly<Record<string, number>>;
  readonly apiVersion?: string;
  /** Names of Visualforce pages. */
  readonly pages?: readonly string[];
}

export const text = (length: number): string => `<label>Text</label><type>Text</type><length>${length}</length>`;
export const number = '<label>Number</label><type>Number</type><precision>10</precision><scale>0</scale>';

export function files(project: Project): ReadonlyMap<string, Uint8Array> {
  const all = new Map<string, string>();
  const version = project.apiVersion ?? '67.0';
  for (const [name, source] of Object.entries(project.classes ?? {})) {
    all.set(`classes/${name}.cls`, source);
    all.set(`classes/${name}.cls-meta.xml`, xml('ApexClass', `<apiVersion>${version}</apiVersion><status>Active</status>`));
  }
  for (const [name, source] of Object.entries(project.triggers ?? {})) {
    all.set(`triggers/${name}.trigger`, source);
    all.set(`triggers/${name}.trigger-meta.xml`, xml('ApexTrigger', `<apiVersion>${version}</apiVersion><status>Active</status>`));
  }
  const label = (name: string): string => `<label>${name}</label><pluralLabel>${name}s</pluralLabel>`;
  for (const [name, fields] of Object.entries(project.objects ?? {})) {
    const body = `${label(name)}<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel><deploymentStatus>Deployed</deploymentStatus>`;
    all.set(`objects/${name}/${name}.object-meta.xml`, xml('CustomObject', body));
    addFields(all, name, fields);
  }
  for (const [name, fields] of Object.entries(project.events ?? {})) {
    const behaviour = project.immediate?.includes(name) ? 'PublishImmediately' : 'PublishAfterCommit';
    const body = `${label(name)}<eventType>HighVolume</eventType><publishBehavior>${behaviour}</publishBehavior><deploymentStatus>Deployed</deploymentStatus>`;
    all.set(`objects/${name}/${name}.object-meta.xml`, xml('CustomObject', body));
    addFields(all, name, fields);
  }
  all.set('profiles/Admin.profile-meta.xml', xml('Profile', adminProfile(project)));
  for (const name of project.pages ?? []) {
    all.set(`pages/${name}.page`, '<apex:page/>');
    all.set(`pages/${name}.page-meta.xml`, xml('ApexPage', `<apiVersion>${version}</apiVersion><label>${name}</label>`));
  }
  for (const [trigger, size] of Object.entries(project.batchSizes ?? {}))
    all.set(
      `platformEventSubscriberConfigs/${trigger}.platformEventSubscriberConfig-meta.xml`,
      xml(
        'PlatformEventSubscriberConfig',
        `<batchSize>${size}</batchSize><masterLabel>${trigger}</masterLabel><platformEventConsumer>${trigger}</platformEventConsumer>`,
      ),
    );
  return new Map([...all].map(([path, content]) => [path, new TextEncoder().encode(content)]));
}

/** As on the platform, nobody sees a new custom field until a profile or permission set says so: not even the administrator. */
function adminProfile(project: Project): string {
  const rights = (object: string, fields: readonly string[], editable: boolean): string =>
    fields
      .map(
        (name) =>
          `<fieldPermissions><editable>${editable}</editable><field>${object}.${name}</field><readable>true</readable></fieldPermissions>`,
      )
      .join('');
  return `<custom>false</custom>${Object.entries(project.objects ?? {})
    .map(([object, fields]) => rights(object, Object.keys(fields), true))
    .join('')}<userLicense>Salesforce</userLicense>`;
}

function addFields(all: Map<string, string>, object: string, fields: Readonly<Record<string, string>>): void {
  for (const [name, body] of Object.entries(fields))
    all.set(`objects/${object}/fields/${name}.field-meta.xml`, xml('CustomField', `<fullName>${name}</fullName>${body}`));
}

/** An org in memory with the project in it; what does not deploy fails the test with its problems. */
export function orgWith(project: Project, options: Partial<OpenOptions> = {}): Org {
  const org = openOrg({ file: null, cache: null, ...options });
  const result = org.deploy(files(project));
  if (!result.success)
    throw new Error(result.problems.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`).join('\n'));
  return org;
}

/** The names of the tests that failed, with their messages. */
export const failures = (org: Org, ...selection: readonly string[]): readonly string[] =>
  org
    .test(selection)
    .outcomes.filter(({ outcome }) => outcome !== 'Pass')
    .map(({ method, message }) => `${method}: ${message}`);
