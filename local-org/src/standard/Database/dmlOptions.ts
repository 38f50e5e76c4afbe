/** Database.DMLOptions and its headers. A Boolean that was never set is null, as on the platform. */
import { NotSupported } from '../../runtime/exceptions.ts';
import type { DmlOptions } from '../../runtime/ports.ts';
import { LibraryObject, type Value } from '../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../declare.ts';

export class EmailHeader extends LibraryObject {
  readonly apexType = 'Database.DMLOptions.EmailHeader';
  triggerAutoResponseEmail: boolean | null = null;
  triggerOtherEmail: boolean | null = null;
  triggerUserEmail: boolean | null = null;
}

class DuplicateRuleHeader extends LibraryObject {
  readonly apexType = 'Database.DMLOptions.DuplicateRuleHeader';
  allowSave: boolean | null = null;
  runAsCurrentUser: boolean | null = null;
}

class AssignmentRuleHeader extends LibraryObject {
  readonly apexType = 'Database.DMLOptions.AssignmentRuleHeader';
  assignmentRuleId: string | null = null;
  useDefaultRule: boolean | null = null;
}

export class DMLOptions extends LibraryObject {
  readonly apexType = 'Database.DMLOptions';
  allowFieldTruncation: boolean | null = null;
  localeOptions: string | null = null;
  optAllOrNone: boolean | null = null;
  // The platform makes the headers with the options: samples write `dmo.EmailHeader.triggerUserEmail = true` at once.
  assignmentRuleHeader: AssignmentRuleHeader | null = new AssignmentRuleHeader();
  duplicateRuleHeader: DuplicateRuleHeader | null = new DuplicateRuleHeader();
  emailHeader: EmailHeader | null = new EmailHeader();
}

/** What a statement or `SObject.setOptions` hands to the engine; later changes of the Apex object have no effect. */
export function dmlOptionsOf(value: Value): DmlOptions | null {
  if (value === null) return null;
  if (!(value instanceof DMLOptions)) throw new Error('not a Database.DMLOptions');
  const assignment = value.assignmentRuleHeader;
  if (assignment && (assignment.assignmentRuleId !== null || assignment.useDefaultRule === true))
    throw new NotSupported('Database.DMLOptions.AssignmentRuleHeader');
  if (value.localeOptions !== null) throw new NotSupported('Database.DMLOptions.LocaleOptions');
  return {
    allOrNone: value.optAllOrNone,
    allowFieldTruncation: value.allowFieldTruncation === true,
    triggerUserEmail: value.emailHeader?.triggerUserEmail === true,
    triggerAutoResponseEmail: value.emailHeader?.triggerAutoResponseEmail === true,
    triggerOtherEmail: value.emailHeader?.triggerOtherEmail === true,
    duplicateAllowSave: value.duplicateRuleHeader?.allowSave === true,
  };
}

/** The other way: `SObject.getOptions()`. */
export function apexDmlOptions(options: DmlOptions): DMLOptions {
  const made = new DMLOptions();
  made.optAllOrNone = options.allOrNone;
  made.allowFieldTruncation = options.allowFieldTruncation;
  made.emailHeader = Object.assign(new EmailHeader(), {
    triggerUserEmail: options.triggerUserEmail,
    triggerAutoResponseEmail: options.triggerAutoResponseEmail,
    triggerOtherEmail: options.triggerOtherEmail,
  });
  made.duplicateRuleHeader = Object.assign(new DuplicateRuleHeader(), { allowSave: options.duplicateAllowSave });
  return made;
}

const header = <T extends Value>(value: Value, type: abstract new (...args: never[]) => T): T | null => {
  if (value === null || value instanceof type) return value as T | null;
  throw new Error(`not a ${type.name}`);
};

const email = membersOf<EmailHeader>();
const duplicate = membersOf<DuplicateRuleHeader>();
const assignment = membersOf<AssignmentRuleHeader>();
const options = membersOf<DMLOptions>();

export const dmlOptionsDeclarations = [
  standardClass('Database.DMLOptions.EmailHeader', [
    email.c('()', () => new EmailHeader()),
    email.p(
      'Boolean TriggerAutoResponseEmail',
      (self) => self.triggerAutoResponseEmail,
      (self, value) => void (self.triggerAutoResponseEmail = value),
    ),
    email.p(
      'Boolean TriggerOtherEmail',
      (self) => self.triggerOtherEmail,
      (self, value) => void (self.triggerOtherEmail = value),
    ),
    email.p(
      'Boolean TriggerUserEmail',
      (self) => self.triggerUserEmail,
      (self, value) => void (self.triggerUserEmail = value),
    ),
  ]),
  standardClass('Database.DMLOptions.DuplicateRuleHeader', [
    duplicate.c('()', () => new DuplicateRuleHeader()),
    duplicate.p(
      'Boolean AllowSave',
      (self) => self.allowSave,
      (self, value) => void (self.allowSave = value),
    ),
    duplicate.p(
      'Boolean RunAsCurrentUser',
      (self) => self.runAsCurrentUser,
      (self, value) => void (self.runAsCurrentUser = value),
    ),
  ]),
  standardClass('Database.DMLOptions.AssignmentRuleHeader', [
    assignment.c('()', () => new AssignmentRuleHeader()),
    assignment.p(
      'Id AssignmentRuleId',
      (self) => self.assignmentRuleId,
      (self, value) => void (self.assignmentRuleId = value),
    ),
    assignment.p(
      'Boolean UseDefaultRule',
      (self) => self.useDefaultRule,
      (self, value) => void (self.useDefaultRule = value),
    ),
  ]),
  standardClass('Database.DMLOptions', [
    options.c('()', () => new DMLOptions()),
    options.p(
      'Boolean AllowFieldTruncation',
      (self) => self.allowFieldTruncation,
      (self, value) => void (self.allowFieldTruncation = value),
    ),
    options.p(
      'String LocaleOptions',
      (self) => self.localeOptions,
      (self, value) => void (self.localeOptions = value),
    ),
    options.p(
      'Boolean OptAllOrNone',
      (self) => self.optAllOrNone,
      (self, value) => void (self.optAllOrNone = value),
    ),
    options.p(
      'Database.DMLOptions.AssignmentRuleHeader AssignmentRuleHeader',
      (self) => self.assignmentRuleHeader,
      (self, value) => void (self.assignmentRuleHeader = header(value, AssignmentRuleHeader)),
    ),
    options.p(
      'Database.DMLOptions.DuplicateRuleHeader DuplicateRuleHeader',
      (self) => self.duplicateRuleHeader,
      (self, value) => void (self.duplicateRuleHeader = header(value, DuplicateRuleHeader)),
    ),
    options.p(
      'Database.DMLOptions.EmailHeader EmailHeader',
      (self) => self.emailHeader,
      (self, value) => void (self.emailHeader = header(value, EmailHeader)),
    ),
  ]),
];
