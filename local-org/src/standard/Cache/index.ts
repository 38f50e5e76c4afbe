/** The namespace Cache: Cache.Org and Cache.Session, their partitions, CacheBuilder. Statistics of the cache are gaps. */
import { apexError, NotSupported } from '../../runtime/exceptions.ts';
import { asynchronousKinds, current } from '../../runtime/transaction.ts';
import { ApexSet } from '../../runtime/values/collections.ts';
import { LibraryObject } from '../../runtime/values/kinds.ts';
import { ApexDouble } from '../../runtime/values/numbers.ts';
import { membersOf, standardClass, standardEnum, standardInterface, type StandardDeclaration } from '../declare.ts';
import { built, removeBuilt } from './builder.ts';
import { capacity, contains, get, keys, put, remove, type Scope } from './entries.ts';

class Partition extends LibraryObject {
  readonly apexType: string;
  readonly scope: Scope;
  readonly partition: string;
  constructor(scope: Scope, partition: string) {
    super();
    this.apexType = `Cache.${scope}Partition`;
    this.scope = scope;
    this.partition = partition;
  }
}

function available(scope: Scope): boolean {
  const { kind } = current();
  return scope === 'Org' || !(asynchronousKinds.has(kind) || kind === 'scheduled' || kind === 'eventTrigger');
}

function checkAvailable(scope: Scope): void {
  if (!available(scope)) throw apexError('Cache.SessionCacheNoSessionException', 'Session cache is not available in this context');
}

/** Its canonical name; one that no metadata declares has no capacity, about which the platform says nothing in public. */
function partitionNamed(name: string | null): string {
  const [, own] = /^(?:local\.)?(\w+)$/i.exec(name ?? '') ?? [];
  const found = current().data.schema.cachePartitions?.find((each) => each.name.toLowerCase() === own?.toLowerCase());
  if (!found) throw new NotSupported(`Cache partition ${name}, which the project does not declare`);
  return found.name;
}

function defaultPartition(): string {
  const found = current().data.schema.cachePartitions?.find((each) => each.isDefault);
  if (!found) throw new NotSupported('Cache without a default partition: the project declares none');
  return found.name;
}

/** `local.Partition.key`, or a key of the default partition. */
function place(name: string | null): readonly [partition: string, key: string | null] {
  const parts = name?.split('.') ?? [];
  if (parts.length === 3) return [partitionNamed(`${parts[0]}.${parts[1]}`), parts[2] ?? ''];
  return [defaultPartition(), name];
}

const GAPS = 'getAvgGetTime() getAvgValueSize() getMaxGetTime() getMaxValueSize() getMissRate()'.split(' ');

function staticMembers(scope: Scope): StandardDeclaration {
  const { m } = membersOf<null>();
  const at = (name: string | null): readonly [Scope, string, string | null] => {
    checkAvailable(scope);
    return [scope, ...place(name)];
  };
  return standardClass(
    `Cache.${scope}`,
    [
      ...(scope === 'Org'
        ? [m('static Cache.OrgPartition getPartition(String name)', (name) => new Partition('Org', partitionNamed(name)))]
        : [
            m('static Cache.SessionPartition getPartition(String name)', (name) => new Partition('Session', partitionNamed(name))),
            m('static Boolean isAvailable()', () => available('Session')),
          ]),
      m('static void put(String key, Object value)', (key, value) => put(...at(key), value, null)),
      m('static void put(String key, Object value, Integer ttl)', (key, value, ttl) => put(...at(key), value, ttl)),
      m('static void put(String key, Object value, Cache.Visibility visibility)', (key, value) => put(...at(key), value, null)),
      m('static void put(String key, Object value, Integer ttl, Cache.Visibility visibility, Boolean immutable)', (key, value, ttl) =>
        put(...at(key), value, ttl),
      ),
      m('static Object get(String key)', (key) => get(...at(key))),
      m('static Object get(Type builder, String key)', (builder, key) => {
        const [, partition, own] = at(key);
        return built(scope, partition, builder, own);
      }),
      m('static Boolean contains(String key)', (key) => contains(...at(key))),
      m('static Boolean remove(String key)', (key) => remove(...at(key))),
      m('static Boolean remove(Type builder, String key)', (builder, key) => {
        const [, partition, own] = at(key);
        return removeBuilt(scope, partition, builder, own);
      }),
      m('static Set<String> getKeys()', () => new ApexSet('String', keys(scope, defaultPartition()))),
      m('static Long getNumKeys()', () => BigInt(keys(scope, defaultPartition()).length)),
      m('static Double getCapacity()', () => new ApexDouble(capacity(scope, defaultPartition()))),
      m('static String getName()', () => `local.${defaultPartition()}`),
    ],
    { notSupported: [...GAPS, 'get(List<String>)', 'contains(List<String>)', 'remove(List<String>)', 'MAX_TTL_SECS'] },
  );
}

const { m } = membersOf<Partition>();
const at = ({ scope, partition }: Partition): readonly [Scope, string] => {
  checkAvailable(scope);
  return [scope, partition];
};

const partitionMembers = [
  m('void put(String key, Object value)', (self, key, value) => put(...at(self), key, value, null)),
  m('void put(String key, Object value, Integer ttl)', (self, key, value, ttl) => put(...at(self), key, value, ttl)),
  m('void put(String key, Object value, Cache.Visibility visibility)', (self, key, value) => put(...at(self), key, value, null)),
  m('void put(String key, Object value, Integer ttl, Cache.Visibility visibility, Boolean immutable)', (self, key, value, ttl) =>
    put(...at(self), key, value, ttl),
  ),
  m('Object get(String key)', (self, key) => get(...at(self), key)),
  m('Object get(Type builder, String key)', (self, builder, key) => built(...at(self), builder, key)),
  m('Boolean contains(String key)', (self, key) => contains(...at(self), key)),
  m('Boolean remove(String key)', (self, key) => remove(...at(self), key)),
  m('Boolean remove(Type builder, String key)', (self, builder, key) => removeBuilt(...at(self), builder, key)),
  m('Set<String> getKeys()', (self) => new ApexSet('String', keys(...at(self)))),
  m('Long getNumKeys()', (self) => BigInt(keys(...at(self)).length)),
  m('Double getCapacity()', (self) => new ApexDouble(capacity(...at(self)))),
  m('String getName()', (self) => `local.${self.partition}`),
  m('Boolean isAvailable()', (self) => available(self.scope)),
];

const STATICS = ['createFullyQualifiedKey', 'createFullyQualifiedPartition', 'validateCacheBuilder', 'validateKey', 'validateKeyValue'];
const partitionGaps = [...GAPS, ...[...STATICS, 'validateKeys', 'validatePartitionName'].map((name) => `${name}()`)];

const exceptions = [
  'CacheException',
  'InvalidCacheBuilderException',
  'InvalidParamException',
  'ItemSizeLimitExceededException',
  'Org.OrgCacheException',
  'PlatformCacheInvalidOperationException',
  'SessionCacheException',
  'SessionCacheNoSessionException',
].map((name) => standardClass(`Cache.${name}`, [], { extends: 'Exception' }));

export const declarations: readonly StandardDeclaration[] = [
  standardEnum('Cache.Visibility', ['ALL', 'NAMESPACE']),
  standardInterface('Cache.CacheBuilder', ['Object doLoad(String key)']),
  staticMembers('Org'),
  staticMembers('Session'),
  standardClass('Cache.Partition', partitionMembers, { virtual: true, abstract: true, notSupported: partitionGaps }),
  standardClass('Cache.OrgPartition', [], { extends: 'Cache.Partition', notSupported: partitionGaps }),
  standardClass('Cache.SessionPartition', [], { extends: 'Cache.Partition', notSupported: partitionGaps }),
  ...exceptions,
];
