/** `System.Label.Name`. The checker has seen that the label exists; a redeploy may have removed it since. */
import { current } from '../../../runtime/transaction.ts';

export function label(name: string): string {
  const text = current().data.schema.label(name);
  if (text === undefined) throw new Error(`no label ${name}`);
  return text;
}
