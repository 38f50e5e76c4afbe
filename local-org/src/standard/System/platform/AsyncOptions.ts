/** AsyncOptions, AsyncInfo and QueueableDuplicateSignature: how a Queueable is enqueued, and how deep its chain is. */
import { apexError, NotSupported } from '../../../runtime/exceptions.ts';
import { current } from '../../../runtime/transaction.ts';
import { LibraryObject } from '../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../declare.ts';

export class QueueableDuplicateSignature extends LibraryObject {
  readonly apexType = 'QueueableDuplicateSignature';
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
}

class SignatureBuilder extends LibraryObject {
  readonly apexType = 'QueueableDuplicateSignature.Builder';
  readonly parts: string[] = [];
  with(part: string): this {
    this.parts.push(part);
    return this;
  }
}

export class AsyncOptions extends LibraryObject {
  readonly apexType = 'AsyncOptions';
  maximumDepth: number | null = null;
  delayMinutes: number | null = null;
  signature: QueueableDuplicateSignature | null = null;
}

const onSignature = membersOf<QueueableDuplicateSignature>();
export const queueableDuplicateSignature = standardClass('System.QueueableDuplicateSignature', [
  onSignature.m('String toString()', (self) => self.text),
]);

function part(kind: string, value: string | number | null): string {
  if (value === null) throw apexError('NullPointerException', 'Argument cannot be null.');
  return `${kind}:${JSON.stringify(value)}`;
}

const onBuilder = membersOf<SignatureBuilder>();
export const queueableDuplicateSignatureBuilder = standardClass(
  'System.QueueableDuplicateSignature.Builder',
  [
    onBuilder.c('()', () => new SignatureBuilder()),
    onBuilder.m('QueueableDuplicateSignature.Builder addId(Id value)', (self, value) => self.with(part('id', value))),
    onBuilder.m('QueueableDuplicateSignature.Builder addInteger(Integer value)', (self, value) => self.with(part('integer', value))),
    onBuilder.m('QueueableDuplicateSignature.Builder addString(String value)', (self, value) => self.with(part('string', value))),
    onBuilder.m('QueueableDuplicateSignature build()', (self) => new QueueableDuplicateSignature(self.parts.join('|'))),
  ],
  { notSupported: ['getMaxSize()', 'getRemainingSize()', 'getSize()'] },
);

const onOptions = membersOf<AsyncOptions>();
export const asyncOptions = standardClass('System.AsyncOptions', [
  onOptions.c('()', () => new AsyncOptions()),
  onOptions.p(
    'Integer MaximumQueueableStackDepth',
    (self) => self.maximumDepth,
    (self, depth) => {
      self.maximumDepth = depth;
    },
  ),
  onOptions.p(
    'Integer MinimumQueueableDelayInMinutes',
    (self) => self.delayMinutes,
    (self, minutes) => {
      self.delayMinutes = minutes;
    },
  ),
  onOptions.p(
    'QueueableDuplicateSignature DuplicateSignature',
    (self) => self.signature,
    (self, signature) => {
      self.signature = signature as QueueableDuplicateSignature | null;
    },
  ),
]);

function depth(): { readonly current: number; readonly maximum: number | null } {
  const found = current().jobs.queueableDepth;
  if (!found) throw new NotSupported('AsyncInfo outside of a Queueable');
  return found;
}

const onInfo = membersOf<null>();
export const asyncInfo = standardClass(
  'System.AsyncInfo',
  [
    onInfo.m('static Integer getCurrentQueueableStackDepth()', () => depth().current),
    onInfo.m('static Boolean hasMaxStackDepth()', () => depth().maximum !== null),
    onInfo.m('static Integer getMaximumQueueableStackDepth()', () => depth().maximum),
  ],
  { notSupported: ['getMinimumQueueableDelayInMinutes()'] },
);
