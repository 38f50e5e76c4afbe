import test from 'node:test';
import { expectTexts } from './expectations.ts';

const classes = [
  `public class Order {
    public String name; public Integer count; private Decimal price; public transient String secret; public static Integer made;
    public List<Item> items; public Date due; public Map<String, Integer> stock { get; set; }
    public Order() { secret = 'x'; }
    public class Item { public String sku; public Boolean ok = true; }
  }`,
  'public enum Colour { RED, GREEN }',
  'public class Doubled { public Integer once = 1; public Integer twice { get { return once * 2; } set { once = value / 2; } } public Integer half { get { return once / 2; } } }',
  'public class Painted { public Colour colour; public Object anything; }',
];

test('serialize: every kind of value', () => {
  expectTexts(
    [
      ["JSON.serialize('a\"b\\\\c\\n\\u0001é/')", '"a\\"b\\\\c\\n\\u0001é/"'],
      [
        'JSON.serialize(1) + JSON.serialize(5000000000L) + JSON.serialize(1.50) + JSON.serialize(2.0d) + JSON.serialize(true) + JSON.serialize(null)',
        '150000000001.502.0truenull',
      ],
      [
        'JSON.serialize(Date.newInstance(2026, 1, 5)) + JSON.serialize(Datetime.newInstance(0L)) + JSON.serialize(Time.newInstance(1, 2, 3, 4))',
        '"2026-01-05""1970-01-01T00:00:00.000Z""01:02:03.004Z"',
      ],
      ["JSON.serialize(Blob.valueOf('abc')) + JSON.serialize(Colour.RED)", '"YWJj""RED"'],
      ["JSON.serialize(new List<Object>{ 1, 'a', null }) + JSON.serialize(new Set<Integer>{ 1 })", '[1,"a",null][1]'],
      ["JSON.serialize(new Map<Integer, String>{ 1 => 'a' })", '{"1":"a"}'],
      [
        "JSON.serialize(new Map<Account, String>{ new Account() => 'a' })",
        'System.JSONException: Map key type unsupported in JSON: Account',
      ],
      ["JSON.serialize(new MathException('x'))", 'System.JSONException: Apex Type unsupported in JSON: MathException'],
    ],
    { classes },
  );
});

test('serialize: records and objects of classes', () => {
  expectTexts(
    [
      [
        "JSON.serialize(new Account(Name = 'A', Id = '001000000000001AAA'))",
        '{"attributes":{"type":"Account","url":"/services/data/v67.0/sobjects/Account/001000000000001AAA"},"Name":"A","Id":"001000000000001AAA"}',
      ],
      [
        "JSON.serialize(new Contact(LastName = 'L', Account = new Account(Name = 'A')))",
        '{"attributes":{"type":"Contact"},"LastName":"L","Account":{"attributes":{"type":"Account"},"Name":"A"}}',
      ],
      [
        "Order o = new Order(); o.name = 'n'; o.items = new List<Order.Item>{ new Order.Item() }; return JSON.serialize(o);",
        '{"name":"n","count":null,"price":null,"items":[{"sku":null,"ok":true}],"due":null,"stock":null}',
      ],
      ["Order o = new Order(); o.name = 'n'; return JSON.serialize(o, true);", '{"name":"n"}'],
    ],
    { classes },
  );
});

test('serializePretty is laid out as the platform does', () => {
  expectTexts(
    [
      [
        "JSON.serializePretty(new Map<String, Object>{ 'a' => 1, 'b' => new List<Integer>{ 1, 2 }, 'c' => new Map<String, Object>() })",
        '{\n  "a" : 1,\n  "b" : [ 1, 2 ],\n  "c" : { }\n}',
      ],
      ["JSON.serializePretty(new List<Object>{ new Map<String, Object>{ 'a' => 1 } })", '[ {\n  "a" : 1\n} ]'],
    ],
    { classes },
  );
});

test('deserializeUntyped: maps, lists, Integer, Long, Decimal', () => {
  const read = (json: string): string => `JSON.deserializeUntyped('${json}')`;
  expectTexts([
    [read('{"a":[1,2.50,true,null,"x"]}'), '{a=(1, 2.50, true, null, x)}'],
    [
      `(${read('5')} instanceof Integer) + ' ' + (${read('5000000000')} instanceof Long) + ' ' + (${read('5.0')} instanceof Decimal)`,
      'true true true',
    ],
    [`(${read('{}')} instanceof Map<String, Object>) + ' ' + (${read('[]')} instanceof List<Object>)`, 'true true'],
    [
      'JSON.deserializeUntyped(\'{"a":}\')',
      "System.JSONException: Unexpected character ('}' (code 125)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at input location [1,7]",
    ],
    ["JSON.deserializeUntyped('')", 'System.JSONException: No content to map to Object due to end of input'],
  ]);
});

test('deserialize into classes: constructors do not run, unknown names are passed over, or refused when strict', () => {
  expectTexts(
    [
      [
        `Order o = (Order) JSON.deserialize('{"name":"n","count":3,"price":1.5,"nope":[{}],"items":[{"sku":"s"}],"due":"2026-01-05","stock":{"a":1}}', Order.class);
         return o.name + o.count + o.items[0].sku + o.items[0].ok + String.valueOf(o.due) + o.stock.get('a') + o.secret;`,
        'n3snull2026-01-051null',
      ],
      ["Object o = JSON.deserializeStrict('{\"nope\":1}', Order.class); return 'read';", 'System.JSONException: Unknown field: Order.nope'],
      [
        'Painted p = (Painted) JSON.deserialize(\'{"colour":"GREEN","anything":null}\', Painted.class); return \'\' + (p.colour == Colour.GREEN) + p.anything;',
        'truenull',
      ],
      [
        'List<Order.Item> l = (List<Order.Item>) JSON.deserialize(\'[{"sku":"a"},null]\', List<Order.Item>.class); return l[0].sku + l[1];',
        'anull',
      ],
      [
        'Map<String, Order.Item> m = (Map<String, Order.Item>) JSON.deserialize(\'{"k":{"sku":"a"}}\', Map<String, Order.Item>.class); return m.get(\'k\').sku;',
        'a',
      ],
      [
        "Object o = JSON.deserialize('{}', List<String>.class); return 'read';",
        "System.JSONException: Malformed JSON: Expected '[' at the beginning of List/Set",
      ],
      ['Order o = (Order) JSON.deserializeStrict(\'{"NAME":"n","Stock":{}}\', Order.class); return o.name + o.stock;', 'n{}'],
      [
        'Object o = JSON.deserialize(\'{"SECRET":"s"}\', Order.class); return \'read\';',
        '!! NotSupported: JSON for the transient field Order.secret',
      ],
      [
        'Map<String, String> m = (Map<String, String>) JSON.deserialize(\'{"a":1,"b":true,"c":1.50,"d":null}\', Map<String, String>.class); return \'\' + m;',
        '{a=1, b=true, c=1.50, d=null}',
      ],
      [
        "Object o = JSON.deserialize('{\"a\":1}', Map<String, Object>.class); return 'read';",
        'System.JSONException: Apex Type unsupported in JSON: Object',
      ],
      [
        "Object o = JSON.deserialize('{\"anything\":{}}', Painted.class); return 'read';",
        'System.JSONException: Apex Type unsupported in JSON: Object',
      ],
      ["Object o = JSON.deserialize('\"five\"', Integer.class); return 'read';", '!! NotSupported: JSON string read as Integer'],
    ],
    { classes },
  );
});

test('a class goes through JSON and comes back', () => {
  expectTexts(
    [
      [
        "Order o = new Order(); o.name = 'n'; o.count = 2; o.due = Date.newInstance(2026, 1, 5); String text = JSON.serialize(o); return '' + (JSON.serialize(JSON.deserialize(text, Order.class)) == text);",
        'true',
      ],
      [
        "Account a = new Account(Name = 'A', AnnualRevenue = 1.50, Id = '001000000000001AAA'); Account b = (Account) JSON.deserialize(JSON.serialize(a), Account.class); return '' + (a == b);",
        'true',
      ],
      [
        'Contact c = (Contact) JSON.deserialize(\'{"attributes":{"type":"Contact"},"LastName":"L","Account":{"Name":"A"}}\', SObject.class); return c.LastName + c.Account.Name;',
        'LA',
      ],
      [
        "SObject s = (SObject) JSON.deserialize('{\"Nope__c\":1}', Account.class); return 'read';",
        "System.JSONException: No such column 'Nope__c' on sobject of type Account",
      ],
    ],
    { classes },
  );
});

test('JSONGenerator and JSONParser', () => {
  expectTexts(
    [
      [
        "JSONGenerator g = JSON.createGenerator(false); g.writeStartObject(); g.writeStringField('a', 'x'); g.writeFieldName('b'); g.writeStartArray(); g.writeNumber(1); g.writeNumber(2.5); g.writeNull(); g.writeEndArray(); g.writeObjectField('c', new List<String>{ 'q' }); g.writeEndObject(); return g.getAsString();",
        '{"a":"x","b":[1,2.5,null],"c":["q"]}',
      ],
      [
        "JSONGenerator g = JSON.createGenerator(true); g.writeStartObject(); g.writeNumberField('n', 1); g.writeEndObject(); return g.getAsString();",
        '{\n  "n" : 1\n}',
      ],
      [
        "JSONGenerator g = JSON.createGenerator(false); g.writeStartObject(); g.writeNumber(1); return 'written';",
        'System.JSONException: Can not write a value, expecting field name',
      ],
      [
        'JSONParser p = JSON.createParser(\'{"a":1,"b":[true],"c":"x"}\'); String r = \'\'; while (p.nextToken() != null) r += p.getCurrentToken().name().left(9) + \' \'; return r;',
        'START_OBJ FIELD_NAM VALUE_NUM FIELD_NAM START_ARR VALUE_TRU END_ARRAY FIELD_NAM VALUE_STR END_OBJEC ',
      ],
      [
        'JSONParser p = JSON.createParser(\'{"x":{"q":1},"items":[{"sku":"a"}],"n":7}\'); String r = \'\'; while (p.nextToken() != null) { if (p.getCurrentToken() == JSONToken.FIELD_NAME && p.getText() == \'items\') { p.nextToken(); List<Order.Item> l = (List<Order.Item>) p.readValueAs(List<Order.Item>.class); r += l[0].sku; } else if (p.getCurrentName() == \'n\' && p.getCurrentToken() == JSONToken.VALUE_NUMBER_INT) r += p.getIntegerValue(); } return r;',
        'a7',
      ],
      [
        "JSONParser p = JSON.createParser('[[1],2]'); p.nextToken(); p.nextToken(); p.skipChildren(); p.nextValue(); return '' + p.getIntegerValue() + p.getText();",
        '22',
      ],
    ],
    { classes },
  );
});

test('JSONParser: a fault is met where it stands', () => {
  expectTexts([
    [
      "JSONParser p = JSON.createParser('{\"a\":1,}'); p.nextToken(); p.nextToken(); p.nextToken(); Integer n = p.getIntegerValue(); try { p.nextToken(); } catch (JSONException e) { return n + e.getMessage().substringBefore(':'); } return 'no';",
      "1Unexpected character ('}' (code 125))",
    ],
    ["'' + JSON.createParser('').nextToken()", 'null'],
    [
      "JSONParser p = JSON.createParser('[\"1\"]'); p.nextToken(); p.nextToken(); return '' + p.getIntegerValue();",
      'System.JSONException: Current token (VALUE_STRING) not numeric, can not use numeric value accessors',
    ],
    [
      "JSONParser p = JSON.createParser('[1]'); p.nextToken(); p.nextToken(); return '' + p.getBooleanValue();",
      'System.JSONException: Current token (VALUE_NUMBER_INT) not of boolean type',
    ],
    ["Object s = JSON.deserialize('[[1]]', List<String>.class); return 'read';", 'System.JSONException: Illegal value for primitive'],
  ]);
});

test('accessors of properties, as the switch jsonAccessors says', () => {
  const write = 'JSON.serialize(new Doubled())';
  const read = 'Doubled d = (Doubled) JSON.deserialize(\'{"once":1,"twice":8,"half":9}\', Doubled.class); return \'\' + d.once;';
  expectTexts(
    [
      [write, '{"once":1,"twice":2,"half":0}'],
      [read, '4'],
    ],
    { classes, positions: { jsonAccessors: 'called' } },
  );
  expectTexts(
    [
      [write, '{"once":1}'],
      [read, '1'],
    ],
    { classes, positions: { jsonAccessors: 'ignored' } },
  );
});

test('numbers in quotation marks, as the switch jsonQuotedNumbers says', () => {
  const read =
    'Order o = (Order) JSON.deserialize(\'{"count":"5","price":"1.50","items":[{"ok":"true"}]}\', Order.class); return o.count + JSON.serialize(o, true);';
  expectTexts([[read, '5{"count":5,"price":1.50,"items":[{"ok":true}]}']], { classes, positions: { jsonQuotedNumbers: 'read' } });
  expectTexts([[read, 'System.JSONException: Illegal value for primitive']], { classes, positions: { jsonQuotedNumbers: 'refused' } });
});
