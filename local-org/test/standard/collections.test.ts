import test from 'node:test';
import { expectTexts } from './expectations.ts';

test('List: positions outside of it are refused in the platform’s words', () => {
  const list = "List<String> l = new List<String>{ 'b', 'a', 'c' };";
  expectTexts([
    [`${list} return l.get(3);`, 'System.ListException: List index out of bounds: 3'],
    [`${list} return l[-1];`, 'System.ListException: List index out of bounds: -1'],
    [`${list} return l.remove(5);`, 'System.ListException: List index out of bounds: 5'],
    [`${list} l.add(3, 'd'); l.add(0, 'z'); return '' + l;`, '(z, b, a, c, d)'],
    [`${list} l.add(7, 'd'); return '' + l;`, 'System.ListException: List index out of bounds: 7'],
    [`${list} l.set(1, 'x'); return l.remove(0) + l + l.size();`, 'b(x, c)2'],
  ]);
});

test('List: contains and indexOf compare strings exactly; copies are copies', () => {
  const list = "List<String> l = new List<String>{ 'b', 'a', 'c' };";
  expectTexts([
    [`${list} return '' + l.contains('A') + l.contains('a') + l.indexOf('c') + l.indexOf('x');`, 'falsetrue2-1'],
    [`${list} List<String> k = l.clone(); k.add('d'); return '' + l.size() + k.size();`, '34'],
    [`${list} l.addAll(l); l.addAll(new Set<String>{ 'q' }); return '' + l;`, '(b, a, c, b, a, c, q)'],
    [
      `${list} return '' + l.equals(new List<String>{ 'b', 'a', 'c' }) + (l == new List<String>{ 'b', 'a', 'c' }) + l.equals(new List<String>{ 'b' });`,
      'truetruefalse',
    ],
    [`${list} l.clear(); return '' + l.isEmpty() + l;`, 'true()'],
    ["'' + (new List<String>{ 'a', 'b' }.hashCode())", '4066'],
  ]);
});

test('List.sort: nature, Comparable, Comparator, nulls first, equal ones stay in order', () => {
  const classes = [
    `public class Person implements Comparable {
      public String name; public Integer age;
      public Person(String name, Integer age) { this.name = name; this.age = age; }
      public Integer compareTo(Object other) { return age - ((Person) other).age; }
      public override String toString() { return name; }
    }`,
    'public class ByName implements Comparator<Person> { public Integer compare(Person a, Person b) { return b.name.compareTo(a.name); } }',
    'public class Thing { }',
  ];
  const people = "List<Person> l = new List<Person>{ new Person('B', 3), new Person('A', 3), new Person('C', 1) };";
  expectTexts(
    [
      ["List<String> l = new List<String>{ 'b', 'a', null, 'B' }; l.sort(); return '' + l;", '(null, B, a, b)'],
      ["List<Integer> l = new List<Integer>{ 10, 9, -1 }; l.sort(); return '' + l;", '(-1, 9, 10)'],
      ["List<Decimal> l = new List<Decimal>{ 10.5, 9.25 }; l.sort(); return '' + l;", '(9.25, 10.5)'],
      [`${people} l.sort(); return '' + l;`, '(C, B, A)'],
      [`${people} l.sort(new ByName()); return '' + l;`, '(C, B, A)'],
      [
        "List<Thing> l = new List<Thing>{ new Thing(), new Thing() }; l.sort(); return 'sorted';",
        'System.ListException: One or more of the items in this list is not Comparable.',
      ],
    ],
    { classes },
  );
});

test('Set', () => {
  const set = "Set<String> s = new Set<String>{ 'b', 'a' };";
  expectTexts([
    [`${set} return '' + s.add('a') + s.add('A') + s;`, 'falsetrue{b, a, A}'],
    [`${set} return '' + s.addAll(new List<String>{ 'a', 'c' }) + s.removeAll(new Set<String>{ 'b', 'x' }) + s;`, 'truetrue{a, c}'],
    [`${set} return '' + s.retainAll(new List<String>{ 'a', 'z' }) + s + s.retainAll(new Set<String>{ 'a' });`, 'true{a}false'],
    [`${set} return '' + s.containsAll(new List<String>{ 'a', 'b' }) + s.contains('B') + s.remove('b') + s.size();`, 'truefalsetrue1'],
    [`${set} return '' + s.equals(new Set<String>{ 'a', 'b' });`, 'true'],
    ["Set<Decimal> s = new Set<Decimal>{ 1.0, 1.00, 2 }; return '' + s.size();", '3'],
  ]);
});

test('Map', () => {
  const map = "Map<String, Integer> m = new Map<String, Integer>{ 'b' => 2, 'a' => 1 };";
  expectTexts([
    [`${map} return '' + m.put('a', 5) + m.put('c', 3) + m.get('B') + m;`, '1nullnull{b=2, a=5, c=3}'],
    [`${map} return '' + m.remove('b') + m.remove('x') + m.keySet() + m.values() + m.size();`, '2null{a}(1)1'],
    [
      `${map} Map<String, Integer> n = m.clone(); n.putAll(new Map<String, Integer>{ 'z' => 9 }); return '' + m.containsKey('z') + n.containsKey('z');`,
      'falsetrue',
    ],
    [`${map} m.clear(); return '' + m.isEmpty();`, 'true'],
    [`${map} return '' + m.equals(new Map<String, Integer>{ 'a' => 1, 'b' => 2 });`, 'true'],
    [
      "Map<Id, Account> m = new Map<Id, Account>(); m.putAll(new List<Account>{ new Account(Id = '001000000000001AAA', Name = 'x') }); return m.get('001000000000001').Name;",
      'x',
    ],
    [
      "Map<Id, Account> m = new Map<Id, Account>(); m.putAll(new List<Account>{ new Account() }); return 'put';",
      'System.ListException: Row with null Id at index: 0',
    ],
  ]);
});

test('a keySet is a view of its map: a loop over it locks the map, what is removed from it leaves the map', () => {
  const map = "Map<String, Integer> m = new Map<String, Integer>{ 'b' => 2, 'a' => 1 };";
  expectTexts([
    [
      `${map} for (String k : m.keySet()) m.remove(k); return 'removed';`,
      'System.FinalException: Cannot modify a collection while it is being iterated.',
    ],
    [`${map} for (String k : m.keySet().clone()) m.remove(k); return '' + m.size();`, '0'],
    [`${map} m.keySet().retainAll(new Set<String>{ 'a' }); return '' + m;`, '{a=1}'],
    [`${map} m.keySet().add('c'); return 'added';`, '!! NotSupported: adding to the keySet() of a Map'],
  ]);
});

test('values of the library serve as keys by what they say', () => {
  expectTexts([
    [
      "String u = '123e4567-e89b-12d3-a456-426614174000'; Map<UUID, String> m = new Map<UUID, String>{ UUID.fromString(u) => 'found' }; return m.get(UUID.fromString(u));",
      'found',
    ],
    ["Set<Version> s = new Set<Version>{ new Version(1, 2), new Version(1, 2), new Version(1, 3) }; return '' + s.size();", '2'],
  ]);
});

test('iterators of the library and of users', () => {
  const classes = [
    `public class Countdown implements Iterable<Integer>, Iterator<Integer> {
      Integer at = 3;
      public Iterator<Integer> iterator() { return this; }
      public Boolean hasNext() { return at > 0; }
      public Integer next() { return at--; }
    }`,
  ];
  expectTexts(
    [
      ["Iterator<String> i = new List<String>{ 'a', 'b' }.iterator(); String r = ''; while (i.hasNext()) r += i.next(); return r;", 'ab'],
      [
        "Iterator<String> i = new Set<String>{ 'a' }.iterator(); i.next(); return i.next();",
        'System.NoSuchElementException: iteration has no more elements',
      ],
      ["String r = ''; for (Integer n : new Countdown()) r += n; return r;", '321'],
      ["String.join(new Countdown(), '-')", '3-2-1'],
      ["Iterable<String> it = new List<String>{ 'a', 'b' }; String r = ''; for (String s : it) r += s; return r;", 'ab'],
    ],
    { classes },
  );
});

test('records are sorted by object, Name, standard and then custom fields', () => {
  const names = "String all = ''; for (SObject one : l) all += one.getSObjectType() + ':' + one.get('Id') + ' '; return all;";
  const sorted = (records: string): string => `List<SObject> l = new List<SObject>{ ${records} }; l.sort(); ${names}`;
  const a = "Id = '001000000000001AAA'";
  const b = "Id = '001000000000002AAA'";
  const order = 'Account:001000000000002AAA Account:001000000000001AAA ';
  expectTexts([
    [sorted(`new Account(${a}, Name = 'Y', Phone = '1'), new Account(${b}, Name = 'X', Phone = '2')`), order],
    [sorted(`new Account(${a}, Name = 'X', Phone = '2'), new Account(${b}, Name = 'X', Phone = '1')`), order],
    [sorted(`new Account(${a}, AnnualRevenue = 2), new Account(${b}, AnnualRevenue = 1, Phone = '9')`), order],
    [sorted(`new Contact(Id = '003000000000001AAA'), new Account(${a})`), 'Account:001000000000001AAA Contact:003000000000001AAA '],
    [
      sorted(`new Account(${a}, Name = 'b'), new Account(${b}, Name = 'C')`),
      '!! NotSupported: order of records whose texts differ in case: C and b',
    ],
  ]);
});

test('a Map made of records wants each Id once; putAll takes the last', () => {
  const twice =
    "new List<Account>{ new Account(Id = '001000000000001AAA', Name = 'a'), new Account(Id = '001000000000001AAA', Name = 'b') }";
  expectTexts([
    [`return '' + new Map<Id, Account>(${twice}).size();`, 'System.ListException: Row with duplicate Id at index: 1'],
    [`Map<Id, Account> m = new Map<Id, Account>(); m.putAll(${twice}); return m.size() + m.values()[0].Name;`, '1b'],
  ]);
});
