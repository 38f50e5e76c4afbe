/**
 * Elements of metadata that are read by nobody here although they change what records or code do: refused by name. What is neither
 * read nor listed concerns the user interface, search, reports, streaming or packaging.
 */
import type { Metadata } from './metadata.ts';
import { problem } from './metadata.ts';
import { childrenNamed, isTrue, textOf, type XmlElement } from './xml.ts';

type Matters = (element: XmlElement) => boolean;

const always: Matters = () => true;
const ifTrue: Matters = ({ text }) => text.trim() === 'true';
const unlessNone: Matters = ({ text }) => text.trim() !== 'None';
const notOneOf =
  (known: readonly string[]): Matters =>
  ({ text }) =>
    !known.includes(text.trim());
const sharingModels = ['Private', 'Read', 'ReadWrite', 'ReadWriteTransfer', 'FullAccess', 'ControlledByParent'];
const has =
  (flag: string): Matters =>
  (element) =>
    isTrue(element, flag);

/** By type, then element: what it is called, and when it matters. */
const unread: Readonly<Record<string, Readonly<Record<string, readonly [what: string, matters: Matters]>>>> = {
  CustomField: {
    encryptionScheme: ['encryption', unlessNone],
    deprecated: ['deprecation', ifTrue],
    /** Forms of API version 37 and before. */
    picklist: ['picklist element', always],
    globalPicklist: ['globalPicklist element', always],
    isFilteringDisabled: ['isFilteringDisabled', ifTrue],
    isSortingDisabled: ['isSortingDisabled', ifTrue],
  },
  'standard field': {
    encryptionScheme: ['encryption', unlessNone],
    lookupFilter: ['lookup filter', (filter) => isTrue(filter, 'active') && !isTrue(filter, 'isOptional')],
    picklist: ['picklist values', always],
    valueSet: ['picklist values', always],
    inlineHelpText: ['help text', always],
    defaultValue: ['default value', always],
  },
  CustomObject: {
    deprecated: ['deprecation', ifTrue],
    sharingModel: ['sharing model', notOneOf(sharingModels)],
    externalSharingModel: ['external sharing model', notOneOf(sharingModels)],
    sharingReasons: ['sharing reasons', always],
    nameField: ['starting number', (name) => textOf(name, 'startingNumber') !== null],
    externalDataSource: ['external data source', always],
  },
  PermissionSet: {
    hasActivationRequired: ['activation of a session', ifTrue],
    objectPermissions: ['viewAllFields', has('viewAllFields')],
  },
  PermissionSetGroup: {
    hasActivationRequired: ['activation of a session', ifTrue],
  },
  Profile: {
    objectPermissions: ['viewAllFields', has('viewAllFields')],
    recordTypeVisibilities: ['default record type', has('default')],
  },
};

export function refuseUnread(type: string, root: XmlElement, name: string, path: string, into: Metadata): void {
  for (const [element, [what, matters]] of Object.entries(unread[type] ?? {}))
    if (childrenNamed(root, element).some(matters)) into.problems.push(problem(path, `${what} of ${name}`, 'notSupported'));
}
