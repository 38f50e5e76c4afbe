/** What classes of sites answer outside of any site. */
import { current } from '../../../runtime/transaction.ts';

export function nothing(): null {
  current();
  return null;
}

export function no(): boolean {
  current();
  return false;
}
