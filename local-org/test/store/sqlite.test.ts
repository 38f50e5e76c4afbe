import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isId } from '../../src/runtime/ids.ts';
import { openStore } from '../../src/store/sqlite.ts';

const memory = () => openStore({ file: null });

describe('the store', () => {
  it('makes 18-character ids that are valid, distinct, and sort as they were made', () => {
    const store = memory();
    const ids = Array.from({ length: 200 }, () => store.newId('001'));
    assert.ok(ids.every((id) => id.length === 18 && id.startsWith('001') && isId(id)));
    assert.equal(new Set(ids).size, 200);
    assert.deepEqual([...ids].sort(), ids);
    assert.throws(() => store.newId(''), /no key prefix/);
  });

  it('never gives an id out twice, not even after a rollback', () => {
    const store = memory();
    store.begin();
    const first = store.newId('001');
    store.abort();
    assert.notEqual(store.newId('001'), first);
  });

  it('goes on counting in a store opened from its image, and both then live apart', () => {
    const store = memory();
    store.exec('CREATE TABLE t (n INTEGER) STRICT');
    store.begin();
    store.run('INSERT INTO t VALUES (?)', [1]);
    const last = store.newId('001');
    store.commit();
    const copy = openStore({ file: null, image: store.image() });
    assert.ok(copy.newId('001') > last);
    copy.run('INSERT INTO t VALUES (?)', [2]);
    assert.deepEqual(copy.all('SELECT n FROM t ORDER BY n', []), [[1], [2]]);
    assert.deepEqual(store.all('SELECT n FROM t', []), [[1]]);
  });

  it('nests savepoints, each with its own fate', () => {
    const store = memory();
    store.exec('CREATE TABLE t (n INTEGER) STRICT');
    store.begin();
    const outer = store.savepoint();
    store.run('INSERT INTO t VALUES (?)', [1]);
    const inner = store.savepoint();
    store.run('INSERT INTO t VALUES (?)', [2]);
    store.rollback(inner);
    store.run('INSERT INTO t VALUES (?)', [3]);
    store.release(inner);
    assert.deepEqual(store.all('SELECT n FROM t', []), [[1], [3]]);
    store.rollback(outer);
    assert.deepEqual(store.all('SELECT n FROM t', []), []);
    store.rollback(outer);
    assert.throws(() => store.rollback(inner), /rolled back past/);
    store.release(outer);
    assert.throws(() => store.release(outer), /released/);
    store.commit();
    assert.throws(() => store.savepoint(), /needs a transaction/);
  });

  it('reads integers beyond 2^53 exactly, as bigint, and the others as number', () => {
    const store = memory();
    store.exec('CREATE TABLE t (n INTEGER) STRICT');
    const sql = 'SELECT n FROM t ORDER BY n';
    store.run('INSERT INTO t VALUES (?)', [5]);
    assert.deepEqual(store.all(sql, []), [[5]]);
    store.run('INSERT INTO t VALUES (?)', [9_007_199_254_740_993n]);
    assert.deepEqual(store.all(sql, []), [[5], [9_007_199_254_740_993n]]);
    assert.deepEqual(store.all(sql, []), [[5], [9_007_199_254_740_993n]]);
  });

  it('undoes DDL with the transaction it ran in', () => {
    const store = memory();
    store.begin();
    store.exec('CREATE TABLE t (n INTEGER) STRICT');
    store.abort();
    assert.throws(() => store.all('SELECT n FROM t', []), /no such table/);
  });

  it('keeps in a file what was committed and nothing else, for one opener at a time', () => {
    const folder = mkdtempSync(join(tmpdir(), 'store-'));
    const file = join(folder, 'org.db');
    try {
      const store = openStore({ file });
      store.exec('CREATE TABLE t (n INTEGER) STRICT');
      store.begin();
      store.run('INSERT INTO t VALUES (?)', [1]);
      const last = store.newId('001');
      store.commit();
      store.begin();
      store.run('INSERT INTO t VALUES (?)', [2]);
      assert.throws(() => openStore({ file }), /database is locked: another process has .*org\.db open/);
      assert.equal(openStore({ file: null, image: store.image() }).all('SELECT n FROM t', []).length, 2);
      store.abort();
      store.close();
      const again = openStore({ file });
      assert.deepEqual(again.all('SELECT n FROM t', []), [[1]]);
      assert.ok(again.newId('001') > last);
      again.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('can return unordered rows the other way round, so that tests that rely on luck fall over', () => {
    const store = openStore({ file: null, reverseUnordered: true });
    store.exec('CREATE TABLE t (n INTEGER) STRICT');
    for (const n of [1, 2, 3]) store.run('INSERT INTO t VALUES (?)', [n]);
    assert.deepEqual(store.all('SELECT n FROM t', []), [[3], [2], [1]]);
  });
});
