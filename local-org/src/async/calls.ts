/** How the platform calls the user's asynchronous classes: the names their methods have once emitted. */
import { NotSupported } from '../runtime/exceptions.ts';
import { ApexObject, type Value } from '../runtime/values/kinds.ts';
import { mangle } from '../types/symbols.ts';

const BATCH_CONTEXT = 'Database.BatchableContext';

export const calls = {
  start: mangle('start', [BATCH_CONTEXT]),
  execute: mangle('execute', [BATCH_CONTEXT, 'List<SObject>']),
  finish: mangle('finish', [BATCH_CONTEXT]),
  queueable: mangle('execute', ['QueueableContext']),
  schedulable: mangle('execute', ['SchedulableContext']),
  finalizer: mangle('execute', ['FinalizerContext']),
  onFailure: mangle('onFailure', ['EventBus.FailureResult']),
  onSuccess: mangle('onSuccess', ['EventBus.SuccessResult']),
  iterator: mangle('iterator', []),
  hasNext: mangle('hasNext', []),
  next: mangle('next', []),
} as const;

export function classOf(value: Value): string {
  if (value instanceof ApexObject) return value.$type;
  throw new NotSupported('asynchronous Apex on something that is not an object of a class');
}

/** Fields of AsyncApexJob hold so much. */
export const clip = (text: string, length: number): string => text.slice(0, length);
