/** `System.Blob` */
import { apexError } from '../../../runtime/exceptions.ts';
import { ApexBlob } from '../../../runtime/values/blob.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { required } from './arguments.ts';

const { m } = membersOf<ApexBlob>();

export const blobOf = (text: string): ApexBlob => new ApexBlob(new TextEncoder().encode(text));

export function textOf(blob: ApexBlob): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(blob.bytes);
  } catch {
    throw apexError('StringException', 'BLOB is not a valid UTF-8 string');
  }
}

export const blobDeclaration = standardClass(
  'System.Blob',
  [
    m('Integer size()', (self) => self.bytes.length),
    m('String toString()', textOf),
    m('static Blob valueOf(String text)', (text) => blobOf(required(text))),
  ],
  { notSupported: ['toPdf(String)'] },
);
