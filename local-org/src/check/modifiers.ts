/** Reading modifier words and annotations. */
import type { Annotation, Modifiers } from '../syntax/tree.ts';
import type { AnnotationInfo } from '../types/classInfo.ts';
import type { Access, Sharing } from '../types/symbols.ts';
import { USER_MODE_SINCE } from '../runtime/frame.ts';

export const has = (modifiers: Modifiers, word: string): boolean => modifiers.words.includes(word);

export function annotation(modifiers: Modifiers, name: string): Annotation | undefined {
  return modifiers.annotations.find((one) => one.name.toLowerCase() === name);
}

export function accessOf(modifiers: Modifiers, otherwise: Access): Access {
  if (has(modifiers, 'global') || has(modifiers, 'webservice')) return 'global';
  if (has(modifiers, 'public')) return 'public';
  if (has(modifiers, 'protected')) return 'protected';
  return has(modifiers, 'private') ? 'private' : otherwise;
}

/** A class that does not say runs with sharing from API 67, without before. Inner classes do not inherit the outer one's keyword. */
export function sharingOf(modifiers: Modifiers, apiVersion: number): Sharing {
  if (has(modifiers, 'with sharing')) return 'with';
  if (has(modifiers, 'without sharing')) return 'without';
  if (has(modifiers, 'inherited sharing')) return 'inherited';
  return apiVersion >= USER_MODE_SINCE ? 'with' : 'without';
}

export const isTest = (modifiers: Modifiers): boolean => annotation(modifiers, 'istest') !== undefined || has(modifiers, 'testmethod');

export const annotationInfos = (modifiers: Modifiers): readonly AnnotationInfo[] => infosOf(modifiers.annotations);

export const infosOf = (annotations: readonly Annotation[]): readonly AnnotationInfo[] =>
  annotations.map((one) => ({ name: one.name.toLowerCase(), params: one.params }));
