/** What classes of sites answer outside of any site. */
import { NotSupported } from '../../../runtime/exceptions.ts';
import { current } from '../../../runtime/transaction.ts';

export function nothing(): null {
  current();
  return null;
}

export function no(): boolean {
  current();
  return false;
}

/** Refused when it is called: controllers that Salesforce puts into every org with sites mention it, and must compile. */
export const refused =
  (name: string): (() => never) =>
  () => {
    throw new NotSupported(name);
  };
