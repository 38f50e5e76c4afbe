/** CASESAFEID: the 18 characters of an id whose case would get lost; any other text stays as it is. */
import { normaliseId } from '../runtime/ids.ts';

export const checkedId = (text: string): string => normaliseId(text) ?? text;
