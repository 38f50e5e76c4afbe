/** The platform cache: partitions, time to live, copies, builders. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openOrg } from '../../index.ts';
import { ADMIN, failures, files } from '../helpers/project.ts';

const partition = (name: string, isDefault: boolean): readonly [string, Uint8Array] => [
  `cachePartitions/${name}.cachePartition-meta.xml`,
  new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<PlatformCachePartition xmlns="http://soap.sforce.com/2006/04/metadata"><isDefaultPartition>${isDefault}</isDefaultPartition><masterLabel>${name}</masterLabel><platformCachePartitionTypes><allocatedCapacity>1</allocatedCapacity><allocatedPurchasedCapacity>0</allocatedPurchasedCapacity><allocatedTrialCapacity>0</allocatedTrialCapacity><cacheType>Organization</cacheType></platformCachePartitionTypes></PlatformCachePartition>\n`,
  ),
];

const project = {
  classes: {
    Shelf: `public with sharing class Shelf {
  public static void keep(String text) { Cache.Org.put('word', text); }
  public static String word() { return (String) Cache.Org.get('word'); }
  public static Object foreign() { return Cache.Org.getPartition('local.Nowhere').get('x'); }
  public class Box { public String name; public transient String secret; public Box other; }
  public class Loader implements Cache.CacheBuilder {
    public Object doLoad(String key) { loads++; return 'loaded ' + key; }
  }
  public static Integer loads = 0;
}`,
    ShelfTest: `@IsTest
private class ShelfTest {
  @IsTest static void aPartitionKeepsValuesByKey() {
    Cache.OrgPartition rooms = Cache.Org.getPartition('local.Rooms');
    rooms.put('a', 'x');
    Assert.areEqual('x', (String) rooms.get('a'));
    Assert.areEqual('x', (String) Cache.Org.get('local.Rooms.a'));
    Assert.isTrue(rooms.contains('a'));
    Assert.isFalse(Cache.Org.contains('a'));
    Assert.areEqual(new Set<String>{ 'a' }, rooms.getKeys());
    Assert.isTrue(rooms.remove('a'));
    Assert.isNull(rooms.get('a'));
    Assert.isFalse(rooms.remove('a'));
  }
  @IsTest static void aPartitionKnowsHowManyKeysItHasAndHowFullItIs() {
    Cache.OrgPartition rooms = Cache.Org.getPartition('local.Rooms');
    Assert.areEqual(0, rooms.getNumKeys());
    Assert.areEqual(0, rooms.getCapacity());
    rooms.put('a', 'x'.repeat(100000));
    Assert.areEqual(1, rooms.getNumKeys());
    Assert.isTrue(rooms.getCapacity() > 9 && rooms.getCapacity() < 11, String.valueOf(rooms.getCapacity()));
    Assert.areEqual(0, Cache.Org.getNumKeys());
  }
  @IsTest static void aCursorIsKept() {
    insert as user new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B') };
    Cache.Session.put('cursor', Database.getPaginationCursor('SELECT Name FROM Account ORDER BY Name', AccessLevel.USER_MODE));
    Database.PaginationCursor kept = (Database.PaginationCursor) Cache.Session.get('cursor');
    Assert.areEqual('B', kept.fetchPage(1, 1).getRecords()[0].get('Name'));
  }
  @IsTest static void sessionAndOrgAreApart() {
    Cache.Session.put('n', 1, 300);
    Assert.areEqual(1, (Integer) Cache.Session.get('n'));
    Assert.isNull(Cache.Org.get('n'));
    Assert.isTrue(Cache.Session.isAvailable());
  }
  @IsTest static void whatIsCachedIsACopy() {
    List<String> words = new List<String>{ 'a' };
    Cache.Org.put('words', words);
    words.add('b');
    List<String> cached = (List<String>) Cache.Org.get('words');
    Assert.areEqual(1, cached.size());
    cached.add('c');
    Assert.areEqual(1, ((List<String>) Cache.Org.get('words')).size());
    Shelf.Box box = new Shelf.Box();
    box.name = 'n';
    box.secret = 's';
    box.other = box;
    Cache.Org.put('box', box);
    Shelf.Box other = (Shelf.Box) Cache.Org.get('box');
    Assert.areEqual('n', other.name);
    Assert.isNull(other.secret);
    Assert.isTrue(other.other === other);
    Assert.isFalse(other === box);
  }
  @IsTest static void aBuilderLoadsOnce() {
    Assert.areEqual('loaded k', (String) Cache.Org.get(Shelf.Loader.class, 'k'));
    Assert.areEqual('loaded k', (String) Cache.Org.get(Shelf.Loader.class, 'k'));
    Assert.areEqual(1, Shelf.loads);
    Assert.isTrue(Cache.Org.remove(Shelf.Loader.class, 'k'));
    Object again = Cache.Org.get(Shelf.Loader.class, 'k');
    Assert.areEqual(2, Shelf.loads);
  }
  @IsTest static void aTestBeginsWithAnEmptyCache() {
    Assert.isNull(Cache.Org.get('words'));
    Assert.isNull(Shelf.word());
  }
  @IsTest static void keysAndTimesAreChecked() {
    try { Cache.Org.put('a b', 1); Assert.fail(); } catch (Cache.InvalidParamException e) { Assert.isNotNull(e.getMessage()); }
    try { Cache.Org.put('a', 1, 10); Assert.fail(); } catch (Cache.InvalidParamException e) { Assert.isNotNull(e.getMessage()); }
  }
}`,
  },
};

let now = Date.UTC(2026, 0, 1);
const org = openOrg({ file: null, cache: null, settings: { clock: () => now } });
after(() => org.close());
assert.deepEqual(org.deploy(new Map([...files(project), partition('Rooms', false), partition('Main', true)])).problems, []);

test('the cache behaves as on the platform', () => {
  assert.deepEqual(failures(org, 'ShelfTest'), []);
});

test('outside of tests it lasts over transactions, until its time is up', () => {
  org.call(ADMIN, 'Shelf', 'keep', ['hello']);
  assert.equal(org.call(ADMIN, 'Shelf', 'word', []), 'hello');
  now += 25 * 3_600_000;
  assert.equal(org.call(ADMIN, 'Shelf', 'word', []), null);
});

test('a partition that nobody declares is refused by name', () => {
  assert.throws(() => org.call(ADMIN, 'Shelf', 'foreign', []), /NotSupported: Cache partition local.Nowhere/);
});
