/** Rules on declarations that need no types: what the grammar lets through and the platform's validator refuses. */
import { display, modifierMessages, type Place, scopeName, visibility } from './modifierRules.ts';
import type {
  ClassDeclaration,
  ConstructorDeclaration,
  InterfaceDeclaration,
  MemberDeclaration,
  MethodDeclaration,
  Modifiers,
  Param,
  Problem,
  PropertyDeclaration,
  Span,
  TypeDeclaration,
  Unit,
} from './tree.ts';

interface Checks {
  readonly apiVersion: number;
  /** The class around a member; null in a trigger or script. */
  readonly owner: ClassDeclaration | null;
  readonly inner: boolean;
  readonly report: (at: Span, message: string) => void;
}

/** Since this version `abstract` and `override` methods must say who sees them. */
const scopeRequiredSince = 65;
const maxParams = 32;

export function checkDeclarations(unit: Unit): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (at: Span, message: string): void => {
    problems.push({ path: unit.source.path, line: at.line, column: at.column, message, kind: 'error' });
  };
  const checks: Checks = { apiVersion: unit.source.apiVersion, owner: null, inner: false, report };
  if (unit.kind === 'type') topLevelType(checks, unit.declaration);
  else for (const each of unit.members) member({ ...checks, inner: true }, each);
  return problems;
}

const has = (modifiers: Modifiers, word: string): boolean => modifiers.words.includes(word);
const isTest = (modifiers: Modifiers): boolean => modifiers.annotations.some((each) => each.name.toLowerCase() === 'istest');

function words(checks: Checks, modifiers: Modifiers, place: Place, at: Span): void {
  for (const message of modifierMessages(modifiers, place)) checks.report(at, message);
}

function topLevelType(checks: Checks, type: TypeDeclaration): void {
  if (visibility(type.modifiers) < 2 && !isTest(type.modifiers)) {
    checks.report(type.span, 'Top-level type must have public or global visibility');
  }
  typeBody(checks, type);
}

function typeBody(checks: Checks, declared: TypeDeclaration): void {
  switch (declared.kind) {
    case 'class':
      words(checks, declared.modifiers, 'classes', declared.span);
      for (const each of declared.members) member({ ...checks, owner: declared }, each);
      return;
    case 'interface':
      words(checks, declared.modifiers, 'interfaces', declared.span);
      interfaceBody(checks, declared);
      return;
    case 'enum':
      words(checks, declared.modifiers, 'enums', declared.span);
      return;
    default:
      declared satisfies never;
  }
}

/** The platform's grammar knows neither modifiers on the methods of an interface nor a second interface to extend. */
function interfaceBody(checks: Checks, type: InterfaceDeclaration): void {
  const second = type.interfaces[1];
  if (second) checks.report(second.span, "Expecting '{' but was: ','");
  for (const each of type.members) {
    const [word] = each.modifiers.words;
    const [annotation] = each.modifiers.annotations;
    if (annotation) checks.report(annotation.span, "Expecting '}' but was: '@'");
    else if (word !== undefined) checks.report(each.span, `Expecting '}' but was: '${word.split(' ')[0]}'`);
    params(checks, each);
  }
}

function member(checks: Checks, declared: MemberDeclaration): void {
  switch (declared.kind) {
    case 'class':
    case 'interface':
    case 'enum':
      innerType(checks, declared);
      return;
    case 'method':
      method(checks, declared);
      return;
    case 'constructor':
      constructor(checks, declared);
      return;
    case 'field':
      words(checks, declared.modifiers, 'fields', declared.span);
      staticAndGlobal(checks, declared.modifiers, 'fields', declared.span);
      return;
    case 'property':
      property(checks, declared);
      return;
    case 'initializer':
      if (declared.static && checks.inner) checks.report(declared.span, 'Inner types are not allowed to have static blocks');
      return;
    default:
      declared satisfies never;
  }
}

function innerType(checks: Checks, type: TypeDeclaration): void {
  if (checks.inner && checks.owner) {
    checks.report(type.span, 'Inner types are not allowed to have inner types');
    return;
  }
  if (checks.owner && has(type.modifiers, 'global') && !has(checks.owner.modifiers, 'global')) {
    checks.report(checks.owner.span, 'Enclosing type for global classes in apex classes must be declared as global');
  }
  typeBody({ ...checks, inner: true }, type);
}

function staticAndGlobal(checks: Checks, modifiers: Modifiers, place: Place, at: Span): void {
  if (!checks.owner) return;
  if (checks.inner && has(modifiers, 'static')) checks.report(at, `static can only be used on ${place} of a top level type`);
  for (const word of ['global', 'webservice']) {
    if (has(modifiers, word) && !has(checks.owner.modifiers, 'global')) {
      checks.report(at, `Defining type for ${display(word)} ${place} must be declared as global`);
    }
  }
}

function newProtected(checks: Checks, modifiers: Modifiers, at: Span): void {
  if (!checks.owner || !has(modifiers, 'protected') || has(modifiers, 'override')) return;
  if (has(checks.owner.modifiers, 'virtual') || has(checks.owner.modifiers, 'abstract')) return;
  checks.report(at, 'New protected methods cannot be defined in non-virtual classes');
}

function method(checks: Checks, declared: MethodDeclaration): void {
  const { modifiers, span } = declared;
  words(checks, modifiers, 'methods', span);
  staticAndGlobal(checks, modifiers, 'methods', span);
  newProtected(checks, modifiers, span);
  for (const word of ['webservice', 'testmethod']) {
    if (has(modifiers, word) && !has(modifiers, 'static')) checks.report(span, `${display(word)} methods must be declared as static`);
  }
  if (has(modifiers, 'testmethod') && checks.owner && !isTest(checks.owner.modifiers)) {
    checks.report(span, 'Defining type for testMethod methods must be declared as IsTest');
  }
  if (has(modifiers, 'abstract')) {
    if (declared.body) checks.report(span, 'Abstract methods cannot have a body');
    if (checks.owner && !has(checks.owner.modifiers, 'abstract')) {
      checks.report(span, 'Defining type for abstract methods must be declared as abstract');
    }
  } else if (!declared.body) checks.report(span, 'Method must have a body');
  for (const word of ['abstract', 'override']) {
    if (has(modifiers, word) && visibility(modifiers) === 0 && checks.apiVersion >= scopeRequiredSince) {
      checks.report(span, `${word} methods require at least one of the following global, public, protected`);
    }
  }
  params(checks, declared);
}

function constructor(checks: Checks, declared: ConstructorDeclaration): void {
  words(checks, declared.modifiers, 'constructors', declared.span);
  staticAndGlobal(checks, declared.modifiers, 'constructors', declared.span);
  newProtected(checks, declared.modifiers, declared.span);
  if (declared.name.toLowerCase() !== checks.owner?.name.toLowerCase()) {
    checks.report(declared.span, `Invalid constructor name: ${declared.name}`);
  }
  params(checks, declared);
}

function params(checks: Checks, declared: { readonly params: readonly Param[]; readonly span: Span }): void {
  if (declared.params.length > maxParams) checks.report(declared.span, `Invalid number of parameters exceeds: ${maxParams}`);
  for (const each of declared.params) {
    words(checks, each.modifiers, 'parameters', each.span);
    const annotation = each.modifiers.annotations.find((one) => one.name.toLowerCase() !== 'suppresswarnings');
    if (annotation) checks.report(each.span, `${annotation.name} is not allowed on parameters`);
  }
}

function property(checks: Checks, declared: PropertyDeclaration): void {
  words(checks, declared.modifiers, 'properties', declared.span);
  staticAndGlobal(checks, declared.modifiers, 'properties', declared.span);
  for (const accessor of [declared.getter, declared.setter]) {
    if (!accessor) continue;
    const [word] = accessor.modifiers.words;
    const [annotation] = accessor.modifiers.annotations;
    const strange = accessor.modifiers.words.find((each) => !['public', 'private', 'protected', 'global'].includes(each));
    if (annotation) checks.report(annotation.span, "Unexpected token '@'.");
    else if (strange !== undefined) checks.report(accessor.span, `Unexpected token '${strange.split(' ')[0]}'.`);
    else if (word !== undefined && visibility(accessor.modifiers) > visibility(declared.modifiers)) {
      checks.report(declared.span, `Cannot declare ${word} accessor on ${scopeName(declared.modifiers)} property`);
    }
  }
}
