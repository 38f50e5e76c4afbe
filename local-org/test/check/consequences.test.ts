import { inMethod, wrong } from './cases.ts';

wrong(
  'a variable of a type that is not modelled is spoken of once',
  inMethod("Messaging.PushNotification p = new Messaging.PushNotification();\np.send('a', null);\nString s = p.toString() + p;"),
  '3:1 NotSupported: Messaging.PushNotification',
);
wrong(
  'a variable of a type that does not exist does not exist',
  inMethod('Nope n = new Nope();\nn.f();'),
  '3:1 Invalid type: Nope',
  '4:1 Variable does not exist: n',
);
wrong(
  'a field and a method, called from inside and through a value',
  `public class A {
  Messaging.PushNotification p;
  Messaging.PushNotification f(Integer i) { return null; }
  void g() { p = f(1); this.p.send('a', null); new A().f(2); }
}`,
  '2:3 NotSupported: Messaging.PushNotification',
  '3:3 NotSupported: Messaging.PushNotification',
);
wrong(
  'what is wrong besides is said',
  inMethod("Nope n;\nInteger i = 'a';\nmissing();"),
  '3:1 Invalid type: Nope',
  '4:9 Illegal assignment from String to Integer',
  '5:1 Method does not exist or incorrect signature: void missing() from the type A',
);
