import test from 'node:test';
import { expectTexts } from './expectations.ts';

const classes = [
  "public virtual class Shape { public virtual String sides() { return '?'; } }",
  "public class Square extends Shape implements Callable { public override String sides() { return '4'; } public Object call(String action, Map<String, Object> args) { return action + args.get('n'); } public class Corner { } }",
  'public class Picky { public Picky(Integer n) { } }',
];

test('Type.forName finds classes in any case and makes them', () => {
  expectTexts(
    [
      ["Type t = Type.forName('sQUARE'); return t.getName() + ((Shape) t.newInstance()).sides() + (t == Square.class);", 'Square4true'],
      [
        "'' + Type.forName('Square.Corner') + Type.forName('Nonsense') + Type.forName('', 'Shape') + Type.forName('list<string>')",
        'Square.CornernullShapeList<String>',
      ],
      ["List<String> l = (List<String>) Type.forName('List<String>').newInstance(); l.add('a'); return '' + l;", '(a)'],
      ["Account a = (Account) Type.forName('account').newInstance(); a.Name = 'x'; return a.Name;", 'x'],
      ["Object o = Picky.class.newInstance(); return 'made';", 'System.TypeException: Class Picky must have a no-arg constructor'],
      ["'' + Shape.class.isAssignableFrom(Square.class) + Square.class.isAssignableFrom(Shape.class)", 'truefalse'],
      ["Map<Type, String> m = new Map<Type, String>{ Square.class => 's' }; return m.get(Type.forName('Square'));", 's'],
      [
        "Callable c = (Callable) Type.forName('Square').newInstance(); return (String) c.call('go', new Map<String, Object>{ 'n' => 1 });",
        'go1',
      ],
    ],
    { classes },
  );
});

test('enums, of the user and of the library', () => {
  expectTexts(
    [
      [
        "'' + RoundingMode.valueOf('half_up') + RoundingMode.HALF_UP.ordinal() + RoundingMode.values().size() + RoundingMode.UP.name()",
        'HALF_UP58UP',
      ],
      ["'' + RoundingMode.valueOf('NOPE')", 'System.NoSuchElementException: No enum constant System.RoundingMode.NOPE'],
      ["'' + (RoundingMode.UP == RoundingMode.valueOf('UP')) + RoundingMode.UP.equals(RoundingMode.DOWN)", 'truefalse'],
    ],
    { classes },
  );
});

test('exceptions: names, messages, causes', () => {
  const own = [
    'public class Parcel { public class LostException extends Exception { } }',
    'public class OrderException extends Exception { }',
  ];
  const caught = (make: string, show: string): string => `try { throw ${make}; } catch (Exception e) { return '' + ${show}; }`;
  expectTexts(
    [
      [`${caught("new OrderException('x')", "e.getTypeName() + ': ' + e.getMessage()")}`, 'OrderException: x'],
      [
        `${caught('new Parcel.LostException()', "e.getTypeName() + ': ' + e.getMessage()")}`,
        'Parcel.LostException: Script-thrown exception',
      ],
      [
        `${caught("new IllegalArgumentException('bad')", "e.getTypeName() + ': ' + e.getMessage()")}`,
        'System.IllegalArgumentException: bad',
      ],
      [`${caught("new OrderException('x', new MathException('m'))", 'e.getCause().getMessage()')}`, 'm'],
      [`${caught("new OrderException(new MathException('m'))", 'e.getCause()')}`, 'System.MathException: m'],
      ["Exception e = new OrderException('a'); e.setMessage('b'); return e.getMessage();", 'b'],
      [`${caught("new AuraHandledException('shown')", 'e.getMessage()')}`, 'Script-thrown exception'],
      [`${caught("new OrderException('x')", 'e.getLineNumber()')}`, '9'],
      [`${caught("new OrderException('x')", "e.getStackTraceString().startsWith('Class.Expectations.f8: line 10')")}`, 'true'],
      [`${caught('new NullPointerException()', '(e instanceof NullPointerException)')}`, 'true'],
    ],
    { classes: own },
  );
});

test('Assert: equal numbers of different types are equal, strings exactly; a failure cannot be caught', () => {
  const failing = (call: string): string => `try { ${call} } catch (Exception e) { } return 'passed';`;
  expectTexts([
    [
      "Assert.areEqual(1, 1.0); Assert.isTrue(true); Assert.isNull(null); Assert.isNotNull(1); Assert.areNotEqual('a', 'A'); Assert.isInstanceOfType('x', String.class); return 'passed';",
      'passed',
    ],
    ["Assert.areEqual('a', 'b', 'why'); return 'passed';", '!! Assertion Failed: why: Expected: a, Actual: b'],
    ["Assert.areEqual(1, 2); return 'passed';", '!! Assertion Failed: Expected: 1, Actual: 2'],
    ["Assert.isFalse(true, 'no'); return 'passed';", '!! Assertion Failed: no'],
    ["Assert.isNotNull(null); return 'passed';", '!! Assertion Failed: Same value: null'],
    ["Assert.fail('never'); return 'passed';", '!! Assertion Failed: never'],
    [failing("Integer i = Integer.valueOf('x');"), 'passed'],
  ]);
});

test('EncodingUtil, Crypto, UUID, Blob', () => {
  expectTexts([
    ["EncodingUtil.base64Encode(Blob.valueOf('häh')) + EncodingUtil.base64Decode('aMOkaA==').toString()", 'aMOkaA==häh'],
    [
      "EncodingUtil.convertToHex(Blob.valueOf('abc')) + EncodingUtil.convertFromHex('616263').toString() + Blob.valueOf('ä').size()",
      '616263abc2',
    ],
    ["EncodingUtil.urlEncode('a b&c*(ü)~', 'UTF-8') + ' ' + EncodingUtil.urlDecode('a+b%26', 'UTF-8')", 'a+b%26c*%28%C3%BC%29%7E a b&'],
    ["EncodingUtil.convertToHex(Crypto.generateDigest('MD5', Blob.valueOf('abc')))", '900150983cd24fb0d6963f7d28e17f72'],
    ["EncodingUtil.convertToHex(Crypto.generateMac('hmacSHA256', Blob.valueOf('abc'), Blob.valueOf('k'))).length()", '64'],
    [
      "UUID u = UUID.fromString('123E4567-e89b-12d3-a456-426614174000'); return '' + u + u.equals(UUID.fromString('123e4567-e89b-12d3-a456-426614174000'));",
      '123e4567-e89b-12d3-a456-426614174000true',
    ],
    ["Pattern.matches('[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}', UUID.randomUUID().toString())", 'true'],
    ["EncodingUtil.base64Decode('/w==').toString()", 'System.StringException: BLOB is not a valid UTF-8 string'],
  ]);
});

test('Url and Version', () => {
  expectTexts([
    [
      "Url u = new Url('https://me@example.com:8080/a/b?x=1&y=2#top'); return u.getProtocol() + u.getHost() + u.getPort() + u.getPath() + u.getQuery() + u.getRef() + u.getUserInfo() + u.getFile() + u.getDefaultPort() + u.getAuthority();",
      'httpsexample.com8080/a/bx=1&y=2topme/a/b?x=1&y=2443me@example.com:8080',
    ],
    ["new Url('https', 'example.com', '/x').toExternalForm() + new Url('https://a.b/c').getPort()", 'https://example.com/x-1'],
    ["new Url('https://a.b/c') + ' ' + new Url('https://a.b/c').toString()", 'Url:[delegate=https://a.b/c] https://a.b/c'],
    ["new Url('nothing')", 'System.StringException: no protocol: nothing'],
    ["'' + new Version(1, 2).compareTo(new Version(1, 10)) + new Version(1, 2, 3).patch() + new Version(1, 2).patch()", '-13null'],
  ]);
});

test('urlDecode as java.net.URLDecoder: what is no UTF-8 is replaced, what is no escape is refused', () => {
  const refused = 'System.IllegalArgumentException: URLDecoder: ';
  expectTexts([
    ["EncodingUtil.urlDecode('a+b%20%C3%A9%e9!', 'UTF-8')", 'a b é\ufffd!'],
    ["EncodingUtil.urlDecode('%zz', 'UTF-8')", `${refused}Illegal hex characters in escape (%) pattern`],
    ["EncodingUtil.urlDecode('100%', 'UTF-8')", `${refused}Incomplete trailing escape (%) pattern`],
  ]);
});
