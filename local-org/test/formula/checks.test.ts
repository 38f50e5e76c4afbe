import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FormulaProblem } from '../../src/formula/problems.ts';
import { typeOf, type Options } from './calculator.ts';

function refused(source: string, message: string, options: Options = {}): void {
  assert.throws(
    () => typeOf(source, options),
    (error) => error instanceof FormulaProblem && assert.equal(error.message, message, source) === undefined,
    source,
  );
}

test('names that nobody knows are reported as the platform reports them', () => {
  refused('Colour__c = 1', 'Field Colour__c does not exist. Check spelling.');
  refused('Account__r.Colour__c', 'Field Account__r.Colour__c does not exist. Check spelling.');
  refused('Nowhere__r.Name', 'Field Nowhere__r.Name does not exist. Check spelling.');
  refused('FOO(1)', 'Unknown function FOO. Check spelling.');
  refused('$Label.Nothing', 'Field $Label.Nothing does not exist. Check spelling.');
  refused('$Permission.Nothing', 'Field $Permission.Nothing does not exist. Check spelling.');
});

test('parameters of a wrong type', () => {
  refused(
    '1 + "a"',
    "Incorrect parameter type for operator '+'. Expected Number, Date, DateTime, received Text".replace(
      'Number, Date, DateTime',
      'Number, Date, DateTime',
    ),
  );
  refused('Text__c * 2', "Incorrect parameter type for operator '*'. Expected Number, received Text");
  refused('Text__c & 2', "Incorrect parameter type for operator '&'. Expected Text, received Number");
  refused('"a" + 1', "Incorrect parameter type for operator '+'. Expected Text, received Number");
  refused('Number__c = "1"', "Incorrect parameter type for operator '='. Expected Number, received Text");
  refused('Text__c > "a"', "Incorrect parameter type for operator '>'. Expected Number, Date, DateTime, received Text");
  refused('AND(TRUE, Text__c)', "Incorrect parameter type for function 'AND()'. Expected Boolean, received Text");
  refused('IF(Number__c, 1, 2)', "Incorrect parameter type for function 'IF()'. Expected Boolean, received Number");
  refused('IF(TRUE, 1, "2")', "Incorrect parameter type for function 'IF()'. Expected Number, received Text");
  refused('LEN(Number__c)', "Incorrect parameter type for function 'LEN()'. Expected Text, received Number");
  refused('TEXT(Text__c)', "Incorrect parameter type for function 'TEXT()'. Expected Number, Date, DateTime, Picklist, received Text");
  refused('ISPICKVAL(Text__c, "a")', "Incorrect parameter type for function 'ISPICKVAL()'. Expected Picklist, received Text");
  refused('Day__c < At__c', "Incorrect parameter type for operator '<'. Expected Date, received DateTime");
  refused('DATEVALUE(Day__c)', "Incorrect argument type for function 'DATEVALUE()'. ");
  refused('Day__c + Day__c', "Incorrect parameter type for operator '+'. Expected Number, received Date");
});

test('too few and too many parameters', () => {
  refused('IF(TRUE, 1)', "Incorrect number of parameters for function 'IF()'. Expected 3, received 2");
  refused('LEN()', "Incorrect number of parameters for function 'LEN()'. Expected 1, received 0");
  refused('TODAY(1)', "Incorrect number of parameters for function 'TODAY()'. Expected 0, received 1");
  refused('CASE(1, 2, 3)', "Incorrect number of parameters for function 'CASE()'. Expected 4, received 3");
});

test('picklists are taken by functions made for them alone', () => {
  const message = 'Field Pick__c is a picklist field. Picklist fields are only supported in certain functions.';
  refused('Pick__c = "Red"', message);
  refused('Pick__c & "x"', message);
  refused('LEN(Pick__c)', message);
  refused(
    'INCLUDES(Many__c, "")',
    'Incorrect parameter for function INCLUDES(). Text Literal must be a valid value for this multi-select picklist field.',
  );
  refused(
    'Many__c = "a"',
    'Field Many__c is a multi-select picklist field. Multi-select picklist fields are only supported in certain functions.',
  );
});

test('syntax errors', () => {
  refused('(1 + 2', "Syntax error.  Missing ')'");
  refused('IF(TRUE, 1, 2', "Syntax error.  Missing ')'");
  refused('1 2', "Syntax error. Extra '2'");
  refused('1 +', 'Syntax error.  Found end of formula');
  refused(', 1', "Syntax error.  Found ','");
  refused('"open', "Syntax error.  Found '\"'");
});

test('what only a change of a record knows has no place in a formula field', () => {
  refused('ISNEW()', 'Function ISNEW may not be used in this type of formula', { place: 'field' });
  refused('ISCHANGED(Text__c)', 'Function ISCHANGED may not be used in this type of formula', { place: 'field' });
  refused('REGEX(Text__c, "a")', 'Function REGEX may not be used in this type of formula', { place: 'field' });
  refused('ISCHANGED(Account__r.Name)', 'The ISCHANGED function cannot reference the Account__r.Name field.');
  refused('PRIORVALUE("a")', "Incorrect argument type for function 'PRIORVALUE()'. ");
});

test('long texts can be validated, not calculated with', () => {
  assert.equal(typeOf('LEN(Long__c)'), 'Number');
  refused('LEN(Long__c)', 'You referenced an unsupported field type called "Long Text Area" using the following field: Long__c', {
    place: 'field',
  });
});

test('a formula that refers to itself is refused', () => {
  refused('Loop__c', 'Formula cannot use another formula field that directly or indirectly refers to itself. Loop__c');
});

test('functions and fields of the platform that are not modelled are refused by name', () => {
  const gap = (source: string, feature: RegExp): void =>
    assert.throws(() => typeOf(source), { name: 'NotSupported', message: feature }, source);
  gap('VLOOKUP(Text__c, Text__c, "x")', /formula function VLOOKUP/);
  gap('REGEX(Text__c, "\\\\p{InMongolian}")', /regular expression|InMongolian/);
  gap('GETSESSIONID()', /formula function GETSESSIONID/);
  gap('$Api.Session_ID', /formula global \$Api\.Session_ID/);
  gap('Account__r.HasPrivacyHold', /formula on Account\.HasPrivacyHold/);
});
