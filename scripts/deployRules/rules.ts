/**
 * What a deploy to a real org refuses although every file is well-formed, and what this product has promised itself.
 * Each rule takes the components of a project and says in sentences what breaks it.
 */
import { children, value, type Component, type Element } from './metadata.ts';

export type Rule = (all: readonly Component[]) => readonly string[];

const of = (all: readonly Component[], suffix: string): readonly Component[] => all.filter((each) => each.suffix === suffix);
const names = (all: readonly Component[], suffix: string): ReadonlySet<string> => new Set(of(all, suffix).map(({ name }) => name));
const isCustom = (name: string): boolean => /__[a-z]+$/i.test(name);

/** Permission sets and profiles that are ours to write. */
const grants = (all: readonly Component[]): readonly Component[] => [...of(all, 'permissionset'), ...of(all, 'profile')];

/** A set bound to one licence cannot be given to the users of another; user permissions differ by edition and break the deploy. */
const bareSets: Rule = (all) =>
  of(all, 'permissionset').flatMap(({ path, root }) => [
    ...(value(root, 'license') === null ? [] : [`${path}: is bound to a licence`]),
    ...children(root, 'userPermissions').map((each) => `${path}: grants the user permission ${String(value(each, 'name'))}`),
  ]);

const fieldKey = ({ object, name }: Component): string => `${String(object)}.${name}`;

/** Why a deploy refuses field permissions on it. "You cannot deploy to a required field" is its text. */
function notGrantable(field: Element): string | null {
  if (value(field, 'required') === 'true') return 'required';
  if (value(field, 'type') === 'MasterDetail') return 'master-detail';
  return null;
}

const fieldPermissions: Rule = (all) => {
  const fields = new Map(of(all, 'field').map((each) => [fieldKey(each), each.root]));
  return grants(all).flatMap(({ path, root }) =>
    children(root, 'fieldPermissions').flatMap((permission) => {
      const name = value(permission, 'field') ?? '';
      if (!isCustom(name)) return [];
      const field = fields.get(name);
      if (!field) return [`${path}: there is no field ${name}`];
      const why = notGrantable(field);
      if (why !== null) return [`${path}: permission on the ${why} field ${name}`];
      const readOnly = field['formula'] !== undefined || value(field, 'type') === 'AutoNumber' || value(field, 'type') === 'Summary';
      return readOnly && value(permission, 'editable') === 'true' ? [`${path}: ${name} cannot be edited`] : [];
    }),
  );
};

/** Each needs those before it: "Permission Edit X depends on permission(s): Read X". */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  allowCreate: ['allowRead'],
  allowEdit: ['allowRead'],
  allowDelete: ['allowRead', 'allowEdit'],
  viewAllRecords: ['allowRead'],
  modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords'],
};

const objectPermissions: Rule = (all) => {
  const objects = names(all, 'object');
  return grants(all).flatMap(({ path, root }) =>
    children(root, 'objectPermissions').flatMap((permission) => {
      const name = value(permission, 'object') ?? '';
      const granted = (right: string): boolean => value(permission, right) === 'true';
      const missing = Object.entries(NEEDS).flatMap(([right, needed]) =>
        granted(right) ? needed.filter((each) => !granted(each)).map((each) => `${path}: ${right} on ${name} without ${each}`) : [],
      );
      const known = !isCustom(name) || objects.has(name) ? [] : [`${path}: there is no object ${name}`];
      const beyond = name.endsWith('__e') ? Object.keys(NEEDS).filter((right) => right !== 'allowCreate' && granted(right)) : [];
      return [...known, ...missing, ...beyond.map((right) => `${path}: ${right} on the platform event ${name}`)];
    }),
  );
};

/** Element → child that names, and the kind of component it names. */
const NAMED: readonly (readonly [element: string, child: string, suffix: string])[] = [
  ['classAccesses', 'apexClass', 'cls'],
  ['customPermissions', 'name', 'customPermission'],
  ['applicationVisibilities', 'application', 'app'],
  ['tabSettings', 'tab', 'tab'],
  ['tabVisibilities', 'tab', 'tab'],
  ['customMetadataTypeAccesses', 'name', 'object'],
];

const namedThingsExist: Rule = (all) =>
  NAMED.flatMap(([element, child, suffix]) => {
    const known = names(all, suffix);
    return grants(all).flatMap(({ path, root }) =>
      children(root, element)
        .map((each) => value(each, child) ?? '')
        .filter((name) => !known.has(name) && !name.startsWith('standard-'))
        .map((name) => `${path}: ${element} names ${name}, which does not exist`),
    );
  });

/** Pages are made of components, tabs of pages, apps of tabs. */
const pagesHang: Rule = (all) => {
  const bundles = names(all, 'js');
  const pages = names(all, 'flexipage');
  const tabs = names(all, 'tab');
  return [
    ...of(all, 'flexipage').flatMap(({ path, root }) =>
      [...JSON.stringify(root).matchAll(/"componentName":\["c:(\w+)"\]/g)]
        .map(([, name]) => name ?? '')
        .filter((name) => !bundles.has(name))
        .map((name) => `${path}: there is no component ${name}`),
    ),
    ...of(all, 'tab').flatMap(({ path, root }) => {
      const page = value(root, 'flexiPage');
      return page === null || pages.has(page) ? [] : [`${path}: there is no page ${page}`];
    }),
    ...of(all, 'app').flatMap(({ path, root }) =>
      (root['tabs'] ?? [])
        .map(String)
        .filter((tab) => !tab.startsWith('standard-') && !isCustom(tab) && !tabs.has(tab))
        .map((tab) => `${path}: there is no tab ${tab}`),
    ),
  ];
};

const LONGEST_NAME = 40;
/** The suffix of the name (`__c`) does not count, nor the object before a dot. */
const bareName = (name: string): string => name.replace(/^[^.]+\./, '').replace(/__[a-z]+$/i, '');
/** Names people type, which may hold blanks and are no API names. */
const FREE_NAMES = new Set(['network', 'profile', 'labels', 'settings']);

const shortNames: Rule = (all) =>
  all
    .filter(({ suffix, name }) => !FREE_NAMES.has(suffix) && bareName(name).length > LONGEST_NAME)
    .map(({ path, name }) => `${path}: ${bareName(name)} has ${bareName(name).length} characters, ${LONGEST_NAME} are allowed`);

const labelled = (all: readonly Component[]): readonly (readonly [string, string | null])[] =>
  all.flatMap(({ path, suffix, root }) =>
    suffix === 'field' || suffix === 'object' || suffix === 'md'
      ? [[path, value(root, 'label')] as const, [path, value(root, 'pluralLabel')] as const]
      : [],
  );

const shortLabels: Rule = (all) =>
  labelled(all).flatMap(([path, label]) =>
    label !== null && label.length > LONGEST_NAME
      ? [`${path}: the label "${label}" has ${label.length} characters, ${LONGEST_NAME} are allowed`]
      : [],
  );

const sharingIsStated: Rule = (all) =>
  of(all, 'object')
    .filter(({ name }) => name.endsWith('__c'))
    .flatMap(({ path, root }) =>
      ['sharingModel', 'externalSharingModel']
        .filter((each) => value(root, each) === null)
        .map((each) => `${path}: does not state ${each}`),
    );

/** Whoever deletes a contact must not be stopped by this product's bookkeeping. */
const harmlessLookups: Rule = (all) =>
  of(all, 'field')
    .filter(({ root }) => value(root, 'type') === 'Lookup' && ['Contact', 'User'].includes(value(root, 'referenceTo') ?? ''))
    .flatMap(({ path, root }) => [
      ...(value(root, 'required') === 'true' ? [`${path}: a lookup to ${String(value(root, 'referenceTo'))} is required`] : []),
      ...(value(root, 'deleteConstraint') === 'SetNull' ? [] : [`${path}: does not set null when its record is deleted`]),
    ]);

export interface TriggerSource {
  readonly path: string;
  readonly text: string;
}

/** Without one a trigger on events runs as Automated Process with 2,000 events at once. */
export const eventTriggersAreConfigured = (all: readonly Component[], triggers: readonly TriggerSource[]): readonly string[] => {
  const configured = new Set(of(all, 'platformEventSubscriberConfig').map(({ root }) => value(root, 'platformEventConsumer')));
  return triggers.flatMap(({ path, text }) => {
    const [, name, object] = /\btrigger\s+(\w+)\s+on\s+(\w+)/i.exec(text) ?? [];
    if (!name || !object || !(object.endsWith('__e') || object.endsWith('Event'))) return [];
    return configured.has(name) ? [] : [`${path}: no PlatformEventSubscriberConfig names ${name}`];
  });
};

const RULES: readonly Rule[] = [
  bareSets,
  fieldPermissions,
  objectPermissions,
  namedThingsExist,
  pagesHang,
  shortNames,
  shortLabels,
  sharingIsStated,
  harmlessLookups,
];

export const broken = (all: readonly Component[]): readonly string[] => RULES.flatMap((rule) => rule(all));
