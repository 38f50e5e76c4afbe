/** The state of a job as text: every kind of value comes back as it was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deserialize, serialize } from '../../src/async/serialize.ts';
import { ApexException, apexError } from '../../src/runtime/exceptions.ts';
import { toText } from '../../src/runtime/toText.ts';
import { ApexBlob } from '../../src/runtime/values/blob.ts';
import { ApexList, ApexMap, ApexSet } from '../../src/runtime/values/collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../src/runtime/values/dates.ts';
import { LibraryObject, type Value } from '../../src/runtime/values/kinds.ts';
import { ApexDecimal, ApexDouble } from '../../src/runtime/values/numbers.ts';
import { SObject } from '../../src/runtime/values/sobject.ts';
import { ADMIN, orgWith } from '../helpers/project.ts';

const org = orgWith({
  classes: {
    Node: `public class Node {
  public Node next;
  public String name;
  public transient String forgotten;
  public Kind species;
  public Map<Node, Integer> counts = new Map<Node, Integer>();
  public enum Kind { LEAF, TREE }
  public Node(String name) { this.name = name; forgotten = 'x'; species = Kind.TREE; }
  public Boolean equals(Object other) { return other instanceof Node && ((Node) other).name == name; }
  public override Integer hashCode() { return name.length(); }
  public static Node circle() {
    Node a = new Node('a');
    a.next = new Node('b');
    a.next.next = a;
    a.counts.put(new Node('key'), 5);
    return a;
  }
  public static String describe(Node a) {
    return a.name + (a.next.next === a) + a.forgotten + (a.species == Kind.TREE) + a.counts.get(new Node('key'));
  }
}`,
  },
});

const roundTrip = (value: Value): Value =>
  org.as(ADMIN, ({ program, data }) => {
    const world = { program, schema: data.schema };
    return deserialize(serialize(value, world), world);
  });

for (const [name, value] of [
  ['null', null],
  ['Boolean', true],
  ['Integer', -7],
  ['Long', 9007199254740993n],
  ['String', 'ä "quoted"\n'],
  ['Double', new ApexDouble(1e300)],
  ['Double that is no number', new ApexDouble(NaN)],
  ['Blob', new ApexBlob(new Uint8Array([0, 255, 7]))],
  ['Date', new ApexDate(20_000)],
  ['Datetime', new ApexDatetime(1_700_000_000_123)],
  ['Time', new ApexTime(3_600_000)],
  ['List', new ApexList('Object', [1, 'a', null, new ApexList('Integer', [2])])],
  ['Set', new ApexSet('String', ['a', 'b'])],
] as const)
  test(name, () => assert.deepEqual(roundTrip(value), value));

test('Decimal with its scale', () => assert.equal(toText(roundTrip(ApexDecimal.of('1.500'))), '1.500'));

test('maps keep their order and their types', () => {
  const map = new ApexMap('String', 'Decimal');
  map.set('z', ApexDecimal.of('1.10'));
  map.set('a', null);
  const copy = roundTrip(map) as ApexMap;
  assert.deepEqual([...copy.keys()], ['z', 'a']);
  assert.deepEqual([copy.keyType, copy.valueType, toText(copy.get('z'))], ['String', 'Decimal', '1.10']);
});

test('records keep what was queried and their relations', () => {
  const row = org.as(
    ADMIN,
    ({ data }) => data.queryText('SELECT Username, Profile.Name FROM User LIMIT 1', new Map(), 'system').rows.items[0] ?? null,
  );
  const copy = roundTrip(row);
  assert.ok(copy instanceof SObject && row instanceof SObject);
  assert.deepEqual([...copy.fields], [...row.fields]);
  assert.deepEqual(copy.queried, row.queried);
  assert.equal(copy.parents?.get('Profile')?.fields.get('Name'), row.parents?.get('Profile')?.fields.get('Name'));
});

test('one object stays one object: circles, shared references, keys by their own equals; transient fields are gone', () => {
  const described = org.as(ADMIN, ({ program, data }) => {
    const world = { program, schema: data.schema };
    const copy = deserialize(serialize(program.callStatic('Node', 'circle$', []), world), world);
    return program.callStatic('Node', 'describe$node', [copy]);
  });
  assert.equal(described, 'atruenulltrue5');
  const shared = new ApexList('Integer', [1]);
  const copy = roundTrip(new ApexList('List<Integer>', [shared, shared])) as ApexList;
  assert.equal(copy.items[0], copy.items[1]);
});

test('exceptions keep type, message and cause', () => {
  const error = apexError('DmlException', 'outer');
  error.apexCause = apexError('MathException', 'inner');
  const copy = roundTrip(error);
  assert.ok(copy instanceof ApexException);
  assert.deepEqual(
    [copy.$type, copy.apexMessage, copy.apexCause?.$type, copy.apexCause?.apexMessage],
    ['DmlException', 'outer', 'MathException', 'inner'],
  );
});

test('a library object that nobody knows how to write is refused by name', () => {
  class Odd extends LibraryObject {
    readonly apexType = 'Odd';
  }
  assert.throws(() => roundTrip(new Odd()), /Not Serializable: Odd/);
});
