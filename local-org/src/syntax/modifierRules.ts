/** Which modifiers may stand where, with the wording of the platform's validator. Annotations are the checker's business. */
import type { Modifiers } from './tree.ts';

export type Place = 'classes' | 'interfaces' | 'enums' | 'fields' | 'properties' | 'methods' | 'constructors' | 'locals' | 'parameters';

const scopes: readonly string[] = ['private', 'protected', 'public', 'global', 'webservice'];
const sharing: readonly string[] = ['with sharing', 'without sharing', 'inherited sharing'];

const allowed: Readonly<Record<Place, readonly string[]>> = {
  classes: ['public', 'private', 'global', 'virtual', 'abstract', ...sharing],
  interfaces: ['public', 'private', 'global', 'virtual'],
  enums: ['public', 'private', 'global'],
  fields: [...scopes, 'static', 'final', 'transient'],
  properties: [...scopes, 'static', 'final', 'transient'],
  methods: [...scopes, 'static', 'abstract', 'virtual', 'override', 'testmethod'],
  constructors: ['public', 'private', 'protected', 'global'],
  locals: ['final', 'transient'],
  parameters: ['final'],
};

/** Where `final` goes without saying, saying it is an error of its own. */
const finalByDefault: ReadonlySet<Place> = new Set(['classes', 'methods']);

/** Pairs that exclude each other; the message names them in the order written. */
const exclusive: readonly (readonly [Place, readonly string[], readonly string[]])[] = [
  ['methods', ['static'], ['abstract', 'virtual', 'override', 'protected']],
  ['classes', ['with sharing'], ['without sharing', 'inherited sharing']],
  ['classes', ['without sharing'], ['inherited sharing']],
];

const displayed: Readonly<Record<string, string>> = { webservice: 'webService', testmethod: 'testMethod' };

export const display = (word: string): string => displayed[word] ?? word.replace(/ (.)/, (_, initial: string) => initial.toUpperCase());

/** Problems of the words alone, without a view to what they modify. */
export function modifierMessages(modifiers: Modifiers, place: Place): readonly string[] {
  const messages: string[] = [];
  const words = new Set<string>();
  for (const word of modifiers.words) {
    if (words.has(word)) messages.push(`Duplicate modifier: ${display(word)}`);
    else if (word === 'final' && finalByDefault.has(place)) messages.push(`${place} are by default final`);
    else if (!allowed[place].includes(word)) messages.push(`${display(word)} is not allowed on ${place}`);
    words.add(word);
  }
  if (scopes.filter((scope) => words.has(scope)).length > 1) messages.push('Declarations can only have one scope');
  if (words.has('abstract') && words.has('virtual')) messages.push('abstract are by default virtual');
  for (const [where, ones, others] of exclusive) {
    if (where !== place) continue;
    const pair = [...words].filter((word) => ones.includes(word) || others.includes(word));
    const [first, second] = pair;
    if (first !== undefined && second !== undefined && pair.some((word) => ones.includes(word))) {
      messages.push(`${display(first)} ${place} cannot be ${display(second)}`);
    }
  }
  return messages;
}

/** 0 private … 3 global; without a word it is private. */
export function visibility(modifiers: Modifiers): number {
  const rank = scopes.findIndex((scope) => modifiers.words.includes(scope));
  return rank < 0 ? 0 : Math.min(rank, 3);
}

export const scopeName = (modifiers: Modifiers): string => ['private', 'protected', 'public', 'global'][visibility(modifiers)] ?? 'private';
