import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { declarations as core } from '../../src/standard/System/core.ts';
import { library } from '../../src/standard/registry.ts';
import type { TypeSymbol } from '../../src/types/symbols.ts';
import { typeName } from '../../src/types/types.ts';

const plain = (signature: string): string =>
  signature
    .trim()
    .toLowerCase()
    .replace(/, /g, ',')
    .replace(/([\w.]+)\[\]/g, 'list<$1>');

/** Signatures by lower-case type name without `System.`. */
function published(): ReadonlyMap<string, ReadonlySet<string>> {
  const types = new Map<string, Set<string>>();
  let members = new Set<string>();
  for (const line of readFileSync(join(import.meta.dirname, 'fixtures', 'apex-standard-signatures.txt'), 'utf8').split('\n')) {
    const head = /^(?:class|interface|enum) ([^\s<]+)/.exec(line)?.[1];
    if (head !== undefined) types.set(head.replace(/^System\./, '').toLowerCase(), (members = new Set()));
    else if (line.trim() !== '') members.add(plain(line).replace(/^sobjectstubs\.(?=user )/, ''));
  }
  return types;
}

function declared(type: TypeSymbol): readonly string[] {
  return type.allMembers().flatMap((member) => {
    const head = `${member.static ? 'static ' : ''}${typeName(member.type)} ${member.name}`;
    if (member.kind === 'constructor') return [];
    return [plain(member.kind === 'method' ? `${head}(${member.params.map(typeName).join(',')})` : head)];
  });
}

/** Types the jar does not have, with the reason. */
const typesOfOurOwn: Readonly<Record<string, string>> = {
  Object: 'root of all types; the jar leaves it to Java',
  Enum: 'what every enum can do; Java’s own Enum in the jar',
  'ApexPages.Severity': 'the jar has no namespace ApexPages; the reference has it',
  'ApexPages.Message': 'the jar has no namespace ApexPages; the reference has it',
  'ApexPages.StandardController': 'the jar has no namespace ApexPages; the reference has it',
  'ApexPages.StandardSetController': 'the jar has no namespace ApexPages; the reference has it',
  'ConnectApi.ChatterUsers': 'the jar has no namespace ConnectApi; the reference has it',
  'ConnectApi.FollowingPage': 'the jar has no namespace ConnectApi; the reference has it',
  'Database.PaginationCursor': 'newer than the jar; the reference has it',
  'Database.CursorFetchResult': 'newer than the jar; the reference has it',
  'Site.ExternalUserCreateException': 'the jar has no namespace Site; the reference has it',
  CustomSetting: 'static methods of each custom setting',
  CustomMetadata: 'getAll and getInstance are static methods of each custom metadata type',
};

/** Signatures the jar has not, with the reason. */
const ours: Readonly<Record<string, string>> = {
  'list.list<t> clone()': 'Java’s Object.clone in the jar',
  'set.set<t> clone()': 'Java’s Object.clone in the jar',
  'map.map<k,v> clone()': 'Java’s Object.clone in the jar',
  'set.boolean equals(set<t>)': 'the jar has Set<Object>; the reference has Set<T>',
  'sobject.sobject clone()': 'SObject.clone is generated per object in the jar',
  'sobject.sobject clone(boolean)': 'SObject.clone is generated per object in the jar',
  'sobject.sobject clone(boolean,boolean)': 'SObject.clone is generated per object in the jar',
  'sobject.sobject clone(boolean,boolean,boolean)': 'SObject.clone is generated per object in the jar',
  'sobject.sobject clone(boolean,boolean,boolean,boolean)': 'SObject.clone is generated per object in the jar',
  'system.static void debug(logginglevel,object)': 'the jar has debug(Object, Object); the reference has LoggingLevel',
  'network.static string createexternaluserasync(sobject,sobject,sobject)': 'the jar has not; Salesforce’s own controllers call it',
  'aura.static void redirect(pagereference)': 'the jar has redirect(Object); nothing but a PageReference is ever given',
  'apexpages.static void addmessages(exception)': 'the jar has Object; the reference has Exception',
  'test.static void setcurrentpage(pagereference)': 'the jar has Object; the reference has PageReference',
  'test.static void setcurrentpagereference(pagereference)': 'the jar has Object; the reference has PageReference',
  'database.static database.cursor getcursor(string,accesslevel)': 'the jar has Object; the reference has AccessLevel',
  'database.static database.cursor getcursorwithbinds(string,map<string,object>,accesslevel)':
    'the jar has Object; the reference has AccessLevel',
  'database.static database.paginationcursor getpaginationcursor(string)': 'newer than the jar; the reference has it',
  'database.static database.paginationcursor getpaginationcursor(string,accesslevel)': 'newer than the jar; the reference has it',
  'database.static database.paginationcursor getpaginationcursorwithbinds(string,map<string,object>,accesslevel)':
    'newer than the jar; the reference has it',
  'http.httpresponse send(httprequest)': 'the jar has send(Object); the reference has HttpRequest',
};

/** The jar takes List<Object> where the reference has one overload for records and one for ids. */
const overloads = /^database\.static list<database\.\w+result> (?:(?:un)?delete|emptyrecyclebin|merge)\((?:sobject,)?list<(?:sobject|id)>/;

/** Inherited in the jar, declared again here. */
const fromSuperClass: Readonly<Record<string, string>> = { 'messaging.singleemailmessage': 'messaging.email' };

test('what is declared exists on the platform, with these very types', () => {
  const theirs = published();
  const wrong: string[] = [];
  for (const type of library.types) {
    const name = type.name.toLowerCase();
    const known = theirs.get(name);
    if (!known) {
      if (!(type.name in typesOfOurOwn)) wrong.push(type.name);
      continue;
    }
    const inherited = theirs.get(fromSuperClass[name] ?? '');
    for (const signature of declared(type)) {
      const isOurs = `${name}.${signature}` in ours || overloads.test(`${name}.${signature}`);
      if (!known.has(signature) && !inherited?.has(signature) && !isOurs) wrong.push(`${type.name}: ${signature}`);
    }
  }
  assert.deepEqual(wrong, []);
});

/** Members of core classes that are neither implemented nor refused by name. */
const elsewhere: readonly RegExp[] = [
  // `record.Field.addError(…)` is about the record: the checker turns it into SObject.addError.
  /^(?:string|integer|long|double|decimal|boolean|id|date|datetime|time)\.void adderror\(/,
  // Static methods of custom settings and custom metadata types.
  /^sobject\..*(?:getall|getinstance|getorgdefaults|getvalues)\(/,
  // Fields, which the checker finds in the schema.
  /^sobject\.(?:id id|sobjectstubs)/,
  /^set\.boolean equals\(set<object>\)/,
];

test('a member of a core class that is not there is refused by name', () => {
  const theirs = published();
  const missing: string[] = [];
  for (const declaration of core) {
    const type = library.type(declaration.name);
    assert.ok(type, declaration.name);
    const name = type.name.toLowerCase();
    const has = new Set(declared(type));
    for (const signature of theirs.get(name) ?? []) {
      const bare = signature.replace(/\(.*/, '').split(' ').at(-1) ?? '';
      if (has.has(signature) || elsewhere.some((pattern) => pattern.test(`${name}.${signature}`))) continue;
      if (!library.isKnownGap(`${name}.${bare}`)) missing.push(`${name}.${signature}`);
    }
  }
  assert.deepEqual(missing, []);
});
