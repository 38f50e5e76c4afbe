/** Methods that are called from outside of Apex: REST, web services, remote actions. Here they are methods like any others; what they must look like is checked. */
import type { Modifiers } from '../syntax/tree.ts';
import { Types, type Type } from '../types/types.ts';
import { shown } from './display.ts';
import { annotation, has } from './modifiers.ts';
import { report } from './report.ts';
import type { UserMember, UserType } from './userTypes.ts';

const verbs = ['HttpGet', 'HttpPost', 'HttpPut', 'HttpPatch', 'HttpDelete'] as const;
const withoutBody: readonly string[] = ['HttpGet', 'HttpDelete'];

export function checkResource(type: UserType): void {
  const { declaration } = type;
  const resource = declaration ? annotation(declaration.modifiers, 'restresource') : undefined;
  if (!declaration || !resource) return;
  const path = resource.params['urlmapping'];
  if (type.access !== 'global') report(type.unit, declaration.span, 'RestResource classes must be declared as global');
  if (path === undefined) report(type.unit, resource.span, 'Required property is missing: urlMapping');
  else if (!path.startsWith('/')) report(type.unit, declaration.span, "Rest Resource url must begin with a forward slash, '/'");
  for (const verb of verbs) {
    const methods = type
      .allMembers()
      .filter((one) => one.kind === 'method' && one.declaration && annotation(one.declaration.modifiers, verb.toLowerCase()));
    if (methods.length > 1) report(type.unit, declaration.span, `Only one method per type can be defined with: ${verb}`);
  }
}

export function checkEndpoint(type: UserType, method: UserMember, modifiers: Modifiers): void {
  const say = (message: string): void => report(type.unit, method.span, message);
  for (const verb of verbs) {
    if (!annotation(modifiers, verb.toLowerCase())) continue;
    if (method.access !== 'global') say(`${verb} methods must be declared as global`);
    else if (!method.static) say(`${verb} methods must be declared as static`);
    else if (!type.declaration || !annotation(type.declaration.modifiers, 'restresource'))
      say(`Defining type for ${verb} methods must be declared as RestResource`);
    else if (withoutBody.includes(verb) && method.params.length > 0) say(`${verb} methods do not support parameters`);
  }
  if (annotation(modifiers, 'remoteaction')) {
    if (!isOpen(method)) say('RemoteAction methods require at least one of the following global, public');
    else if (!method.static) say('RemoteAction methods must be declared as static');
  }
  if (has(modifiers, 'webservice')) checkWebService(method, say);
}

function checkWebService(method: UserMember, say: (message: string) => void): void {
  if (!isPlain(method.type)) say(`webService methods do not support return type of ${shown(method.type)}`);
  for (const param of method.params) if (!isPlain(param)) say(`webService methods do not support parameter type of ${shown(param)}`);
}

/** SOAP has no maps, no sets and nothing without a type. */
const isPlain = (type: Type): boolean =>
  type.kind === 'collection' ? type.name === 'List' && type.args.every(isPlain) : type !== Types.Object;

const isOpen = ({ access }: UserMember): boolean => access === 'public' || access === 'global';
