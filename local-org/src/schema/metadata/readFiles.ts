/**
 * Finds the metadata among the files of a project, by suffix, wherever the folders lie. What is neither read nor on the list of
 * files without effect here is refused by name.
 */
import type { Metadata } from './metadata.ts';
import { emptyMetadata, objectMetadata, problem } from './metadata.ts';
import { readAccess, readPermissionSetGroup, readProfile } from './readAccess.ts';
import {
  readCustomLabels,
  readCachePartition,
  readCustomMetadata,
  readCustomPermission,
  readNetwork,
  readNotificationType,
  readRole,
  readSettings,
  readSubscriberConfig,
  readValueSet,
} from './readOthers.ts';
import { readFieldSet } from './fieldSet.ts';
import { readStaticResource } from './staticResource.ts';
import { refuseUnread } from './unread.ts';
import type { XmlElement } from './xml.ts';
import { childrenNamed, isTrue, parseXml, textOf, XmlError } from './xml.ts';

export interface MetadataFile {
  readonly path: string;
  /** Full name, decoded: `Customer%20Portal` is `Customer Portal`. */
  readonly name: string;
  readonly root: XmlElement;
  /** All files of the project: contents lie beside their metadata. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

type Reader = (file: MetadataFile, into: Metadata) => void;

const readers: Readonly<Record<string, Reader>> = {
  object: readObject,
  field: (file, into) => objectMetadata(into, folderObject(file.path), file.path).fields.push({ path: file.path, element: file.root }),
  recordType: (file, into) => objectMetadata(into, folderObject(file.path), file.path).recordTypes.push(file.root),
  validationRule: (file, into) =>
    objectMetadata(into, folderObject(file.path), file.path).validationRules.push({ path: file.path, name: file.name, element: file.root }),
  duplicateRule: (file, into) => refuseActive(file, into, 'isActive', 'duplicate rule'),
  flow: readFlow,
  workflow: readWorkflow,
  globalValueSet: readValueSet,
  labels: readCustomLabels,
  md: readCustomMetadata,
  permissionset: readAccess,
  permissionsetgroup: readPermissionSetGroup,
  profile: readProfile,
  customPermission: readCustomPermission,
  platformEventSubscriberConfig: readSubscriberConfig,
  network: readNetwork,
  notiftype: readNotificationType,
  role: readRole,
  fieldSet: (file, into) => readFieldSet(folderObject(file.path), file.root, into),
  resource: readStaticResource,
  cachePartition: readCachePartition,
  settings: readSettings,
  page: (file, into) => into.pages.push(file.name),
};

/** Without effect on records, rights and code: user interface, and what other readers take care of. */
const withoutEffect: ReadonlySet<string> = new Set([
  'cls',
  'trigger', // the compiler's
  'app',
  'tab',
  'flexipage',
  'layout',
  'quickAction',
  'listView',
  'compactLayout',
  'webLink',
  'pathAssistant',
  'testSuite',
  'messageChannel',
  'businessProcess',
  'js',
  'component',
  'css',
  'asset',
  'design',
  'svg',
  'auradoc',
  'cmp',
  'evt',
  'intf',
  'tokens',
  'objectTranslation',
  'fieldTranslation',
  'translation',
  'standardValueSetTranslation',
  'report',
  'reportFolder',
  'reportType',
  'dashboard',
  'dashboardFolder',
  'emailFolder',
  'documentFolder',
  'document',
  'letter',
  'site',
  'digitalExperience',
  'digitalExperienceConfig',
  'brandingSet',
  'navigationMenu',
  'audience',
  'communityTemplateDefinition',
  'remoteSite',
  'cspTrustedSite',
  'corsWhitelistOrigin',
  'prompt',
  'iconAsset',
  'lightningBolt',
  'managedTopics',
  'appMenu',
  'topicsForObjects',
  'cleanDataService',
  'dataSource',
  'experience',
  'notificationTypeConfig',
  'searchLayout',
  'index',
  'animationRule',
]);
/** Sources beside their `-meta.xml`, and files that are no metadata at all. */
const sourceFiles =
  /\.(cls|trigger|js|ts|html|css|svg|json|md|txt|png|jpg|jpeg|gif|ico|map|resource|page|component|cmp|design|auradoc|app|evt|intf|tokens|csv|ya?ml|apex|soql|sh|email|letter|forceignore|gitkeep|gitignore|DS_Store)$|\/package\.xml$|^package\.xml$|\/destructiveChanges[^/]*\.xml$/;

export function readFiles(files: ReadonlyMap<string, Uint8Array>): Metadata {
  const metadata = emptyMetadata();
  for (const path of [...files.keys()].sort()) {
    const className = /(?:^|\/)([^/]+)\.cls$/.exec(path)?.[1];
    if (className !== undefined) metadata.apexClasses.add(className.toLowerCase());
    const match = /(?:^|\/)([^/]+)\.([A-Za-z]+)-meta\.xml$/.exec(path);
    if (!match) {
      if (!sourceFiles.test(path) && !/\/(lwc|aura|staticresources|__tests__)\//.test(path))
        metadata.problems.push(problem(path, `file ${path} is no metadata the local org knows`, 'notSupported'));
      continue;
    }
    const [, encoded, suffix] = match as unknown as [string, string, string];
    const reader = readers[suffix];
    if (!reader) {
      if (!withoutEffect.has(suffix)) metadata.problems.push(problem(path, `metadata of kind ${suffix}`, 'notSupported'));
      continue;
    }
    try {
      const root = parseXml(new TextDecoder().decode(files.get(path)));
      reader({ path, name: decodeURIComponent(encoded), root, files }, metadata);
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      metadata.problems.push({
        path,
        line: error.line,
        column: error.column,
        message: `Error parsing file: ${error.message}`,
        kind: 'error',
      });
    }
  }
  return metadata;
}

/** `…/objects/User/fields/X__c.field-meta.xml` → `User` */
function folderObject(path: string): string {
  const folders = path.split('/');
  return folders[folders.length - 3] ?? '';
}

/** Fields and rules may also stand inside the object's own file (metadata format). */
function readObject(file: MetadataFile, into: Metadata): void {
  const object = objectMetadata(into, file.name, file.path);
  object.root = file.root;
  for (const element of childrenNamed(file.root, 'fields')) object.fields.push({ path: file.path, element });
  refuseUnread('CustomObject', file.root, file.name, file.path, into);
  object.recordTypes.push(...childrenNamed(file.root, 'recordTypes'));
  for (const element of childrenNamed(file.root, 'fieldSets')) readFieldSet(file.name, element, into);
  for (const element of childrenNamed(file.root, 'validationRules'))
    object.validationRules.push({ path: file.path, name: textOf(element, 'fullName') ?? '', element });
}

function refuseActive(file: MetadataFile, into: Metadata, flag: string, what: string): void {
  if (isTrue(file.root, flag)) into.problems.push(problem(file.path, `${what} ${file.name}`, 'notSupported'));
}

/** Of Process Builder: processes on a record, and on a platform event. */
const processes: ReadonlySet<string> = new Set(['Workflow', 'CustomEvent']);

/** A flow that starts by itself changes what DML does; a screen flow waits for a user. */
function readFlow(file: MetadataFile, into: Metadata): void {
  const starts = childrenNamed(file.root, 'start').some((start) => textOf(start, 'triggerType') !== null);
  if (textOf(file.root, 'status') === 'Active' && (starts || processes.has(textOf(file.root, 'processType') ?? '')))
    into.problems.push(problem(file.path, `flow ${file.name}, which starts by itself`, 'notSupported'));
}

function readWorkflow(file: MetadataFile, into: Metadata): void {
  for (const rule of childrenNamed(file.root, 'rules'))
    if (isTrue(rule, 'active')) into.problems.push(problem(file.path, `workflow rule ${textOf(rule, 'fullName')}`, 'notSupported'));
}
