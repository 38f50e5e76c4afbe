import type { StandardDeclaration } from '../declare.ts';

export const declarations: readonly StandardDeclaration[] = [];
/** What bound operations that are no members need, by `#name`. */
export const intrinsics: Readonly<Record<string, (...args: never[]) => unknown>> = {};
