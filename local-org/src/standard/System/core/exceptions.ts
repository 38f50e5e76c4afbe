/** Exception and every exception type of the System namespace. */
import { ApexException, apexError, exceptionClass, NotSupported, type DmlFailure } from '../../../runtime/exceptions.ts';
import { lineNumber, stackTraceString } from '../../../runtime/stackTrace.ts';
import { exceptionTypeName } from '../../../runtime/toText.ts';
import { ApexList } from '../../../runtime/values/collections.ts';
import { membersOf, standardClass, type MemberEntry, type StandardDeclaration } from '../../declare.ts';
import { enumConstantOf } from '../../enumValues.ts';

const { m } = membersOf<ApexException>();

/** The row errors of a DmlException (one that Apex made has none); what the platform throws for other exceptions is not documented. */
function failures(error: ApexException): readonly DmlFailure[] {
  if (error.detail === null && error.$type === 'DmlException') return [];
  if (!Array.isArray(error.detail)) throw new NotSupported(`getDml… of an exception of type ${error.$type}`);
  return error.detail as readonly DmlFailure[];
}

function failure(error: ApexException, index: number | null): DmlFailure {
  const found = failures(error)[index ?? 0];
  if (!found) throw apexError('ListException', `List index out of bounds: ${index}`);
  return found;
}

export const messageOf = (error: ApexException): string => error.apexMessage ?? 'Script-thrown exception';

const exceptionDeclaration = standardClass(
  'System.Exception',
  [
    m('Exception getCause()', (self) => self.apexCause),
    m('void initCause(Exception cause)', (self, cause) => {
      if (self.apexCause) throw new NotSupported('Exception.initCause of an exception that has a cause');
      self.apexCause = cause as ApexException | null;
    }),
    m('String getMessage()', messageOf),
    m('void setMessage(String message)', (self, message) => {
      self.apexMessage = message;
      self.message = messageOf(self);
    }),
    m('String getTypeName()', exceptionTypeName),
    m('String getStackTraceString()', stackTraceString),
    m('Integer getLineNumber()', lineNumber),
    m('Integer getNumDml()', (self) => failures(self).length),
    m('Integer getDmlIndex(Integer index)', (self, index) => failure(self, index).index),
    m('String getDmlId(Integer index)', (self, index) => failure(self, index).id),
    m('String getDmlMessage(Integer index)', (self, index) => failure(self, index).message),
    m('String getDmlStatusCode(Integer index)', (self, index) => failure(self, index).code),
    m('StatusCode getDmlType(Integer index)', (self, index) => enumConstantOf('StatusCode', failure(self, index).code)),
    m('List<String> getDmlFieldNames(Integer index)', (self, index) => new ApexList('String', [...failure(self, index).fields])),
  ],
  { virtual: true, abstract: true, notSupported: ['getDmlFields(Integer)'] },
);

/** The four every exception type has. */
function constructorsOf(name: string): readonly MemberEntry[] {
  const { c } = membersOf<ApexException>();
  const make = (message: string | null, cause: ApexException | null): ApexException => new (exceptionClass(name))(message, cause);
  return [
    c('()', () => make(null, null)),
    c('(String message)', (message) => make(message, null)),
    c('(Exception cause)', (cause) => make(null, cause as ApexException | null)),
    c('(String message, Exception cause)', (message, cause) => make(message, cause as ApexException | null)),
  ];
}

/** What a Lightning component is shown. Apex itself reads `Script-thrown exception` until setMessage was called. */
export function auraMessage(error: ApexException): string {
  const detail = error.detail as { readonly shown?: unknown } | null;
  return typeof detail?.shown === 'string' ? detail.shown : messageOf(error);
}

const aura = membersOf<ApexException>();
const auraHandledException = standardClass(
  'System.AuraHandledException',
  [
    aura.c('(String message)', (message) => {
      const error = new (exceptionClass('AuraHandledException'))();
      error.detail = { shown: message };
      return error;
    }),
  ],
  { extends: 'Exception' },
);

const names: readonly string[] = [
  'AssertException',
  'AsyncException',
  'BigObjectException',
  'CalloutException',
  'CanvasException',
  'DmlException',
  'DuplicateMessageException',
  'EmailException',
  'EmailTemplateRenderException',
  'ExternalObjectException',
  'FatalCursorException',
  'FinalException',
  'FlowException',
  'HandledException',
  'IllegalArgumentException',
  'InvalidHeaderException',
  'InvalidParameterValueException',
  'InvalidReadOnlyUserDmlException',
  'JSONException',
  'LicenseException',
  'ListException',
  'MathException',
  'NoAccessException',
  'NoDataFoundException',
  'NoSuchElementException',
  'NullPointerException',
  'PlatformCacheException',
  'ProcedureException',
  'QueryException',
  'RequiredFeatureMissingException',
  'SearchException',
  'SecurityException',
  'SerializationException',
  'SObjectException',
  'StringException',
  'TouchHandledException',
  'TransientCursorException',
  'TypeException',
  'UnexpectedException',
  'UnsupportedOperationException',
  'VisualforceException',
  'WaveTemplateException',
  'XmlException',
];

/** Apex code cannot make these: `Type cannot be constructed`. */
const notConstructible: readonly string[] = ['LimitException'];

const gaps: Readonly<Record<string, readonly string[]>> = { QueryException: ['getInaccessibleFields()'] };

export const exceptionDeclarations: readonly StandardDeclaration[] = [
  exceptionDeclaration,
  auraHandledException,
  ...names.map((name) => standardClass(`System.${name}`, constructorsOf(name), { extends: 'Exception', notSupported: gaps[name] ?? [] })),
  ...notConstructible.map((name) => standardClass(`System.${name}`, [], { extends: 'Exception' })),
];
