/** Whose code runs: sharing keyword and API version of the class whose method is executing. Emitted methods set and restore it. */
import type { Access } from './ports.ts';

export interface Frame {
  readonly className: string;
  /** `inherited` is resolved on entry: a frame that runs has `with` or `without`. */
  readonly sharing: 'with' | 'without';
  readonly apiVersion: number;
}

/** From API 67.0 (Summer '26) database operations run in user mode unless they say otherwise. */
export const USER_MODE_SINCE = 67;

/** Outside of any class (anonymous Apex, the org's own calls). */
export const outermost: Frame = { className: '', sharing: 'with', apiVersion: USER_MODE_SINCE };

/** Mutable on purpose: emitted prologues read and write `state.frame` and `state.depth` inline. */
export const state: { frame: Frame; depth: number } = { frame: outermost, depth: 0 };

/** What a query or DML statement may see, given the mode it states. */
export function effectiveAccess(stated: 'user' | 'system' | null): Access {
  const mode = stated ?? (state.frame.apiVersion >= USER_MODE_SINCE ? 'user' : 'system');
  if (mode === 'user') return 'user';
  return state.frame.sharing === 'with' ? 'sharing' : 'system';
}
