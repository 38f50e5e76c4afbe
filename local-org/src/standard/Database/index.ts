/** The Database namespace, and what belongs to it in System. */
import { standardClass, type StandardDeclaration } from '../declare.ts';
import { accessLevel } from './accessLevel.ts';
import { batchDeclarations, batchMembers } from './batch.ts';
import { dmlOptionsDeclarations } from './dmlOptions.ts';
import { convertMembers } from './convertLead.ts';
import { cursorDeclarations, cursorMembers } from './cursor.ts';
import { leadConvertDeclarations } from './leadConvert.ts';
import { mergeMembers, mergeResult } from './merge.ts';
import { queryMembers } from './query.ts';
import { queryLocator, queryLocatorDeclarations } from './queryLocator.ts';
import { removeMembers } from './remove.ts';
import { resultDeclarations } from './results.ts';
import { saveMembers } from './save.ts';
import { searchClass } from './search.ts';
import { savepointDeclaration, savepointMembers } from './savepoint.ts';
import { statusCodes } from './statusCode.ts';

const database = standardClass(
  'System.Database',
  [
    ...saveMembers,
    ...removeMembers,
    ...queryMembers,
    ...cursorMembers,
    ...mergeMembers,
    ...convertMembers,
    ...savepointMembers,
    ...batchMembers,
  ],
  {
    notSupported: [
      'deleteAsync(SObject)',
      'deleteImmediate(SObject)',
      'getAsyncDeleteResult(String)',
      'getAsyncLocator(Object)',
      'getAsyncSaveResult(String)',
      'getDeleted(String, Datetime, Datetime)',
      'getUpdated(String, Datetime, Datetime)',
      'insertAsync(SObject)',
      'insertImmediate(SObject)',
      'updateAsync(SObject)',
      'updateImmediate(SObject)',
    ],
  },
);

export const declarations: readonly StandardDeclaration[] = [
  database,
  accessLevel,
  savepointDeclaration,
  statusCodes,
  mergeResult,
  searchClass,
  ...dmlOptionsDeclarations,
  ...resultDeclarations,
  ...leadConvertDeclarations,
  ...queryLocatorDeclarations,
  ...cursorDeclarations,
  ...batchDeclarations,
];

/** What bound operations that are no members need, by `#name`. */
export const intrinsics: Readonly<Record<string, (...args: never[]) => unknown>> = { '#queryLocator': queryLocator };
