/** What the compiler says of pages, labels of sites and tests that see all data. */
import { right, wrong } from './cases.ts';

wrong('a page nobody deployed', 'public class A { Object o = Page.Nowhere; }', '1:34 Page does not exist: Nowhere');
wrong('a label that sites have not', 'public class A { Object o = Label.Site.nonsense; }', '1:40 External string does not exist: nonsense');
right('a test may see the data of the org', '@IsTest(SeeAllData=true) private class T { @IsTest static void f() {} }');
wrong(
  'data prepared for a class that sees all data',
  '@IsTest(SeeAllData=true) private class T { @TestSetup static void s() {} @IsTest static void f() {} }',
  '1:40 Test class cannot be annotated with @isTest(SeeAllData=true)',
);
wrong(
  'data prepared for a method that sees all data',
  '@IsTest private class T { @TestSetup static void s() {} @IsTest(SeeAllData=true) static void f() {} }',
  '1:23 Test class containing a test setup method cannot have any methods annotated with @isTest(SeeAllData=true)',
);
