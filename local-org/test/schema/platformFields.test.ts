/** A field that the platform has and the local org lacks is a gap; any other unknown name is a mistake. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrg } from '../../index.ts';
import { files, ADMIN, orgWith } from '../helpers/project.ts';

const problem = (statement: string): string => {
  const org = openOrg({ file: null, cache: null });
  const { problems } = org.deploy(files({ classes: { Probe: `public class Probe { public static void run() { ${statement} } }` } }));
  org.close();
  return problems.map(({ kind, message }) => `${kind}: ${message}`).join('\n');
};

for (const [what, statement, said] of [
  ['read', 'Account a; System.debug(a.CleanStatus);', /^notSupported: .*Account\.CleanStatus/],
  ['set', "Account a = new Account(CleanStatus = 'Pending');", /^notSupported: .*Account\.CleanStatus/],
  ['as a token', 'Schema.SObjectField f = Account.CleanStatus;', /^notSupported: .*Account\.CleanStatus/],
  ['in SOQL', 'List<Account> a = [SELECT CleanStatus FROM Account];', /^notSupported: .*Account\.CleanStatus/],
  ['as a parent in SOQL', 'List<Account> a = [SELECT DandbCompany.Name FROM Account];', /^notSupported: .*Account\.DandbCompany/],
  [
    'as children in SOQL',
    'List<Account> a = [SELECT (SELECT Id FROM AccountCleanInfos) FROM Account];',
    /^notSupported: .*AccountCleanInfos/,
  ],
  ['that nobody has', 'Account a; System.debug(a.Cleanness);', /^error: Variable does not exist: Cleanness/],
  ['that nobody has, in SOQL', 'List<Account> a = [SELECT Cleanness FROM Account];', /^error: No such column 'Cleanness'/],
  ['of a feature that is off', 'List<Account> a = [SELECT IsPersonAccount FROM Account];', /^error: No such column 'IsPersonAccount'/],
] as const)
  test(`a field ${what}`, () => assert.match(problem(statement), said));

test('at run time too; what a feature would bring may be asked for and caught', () => {
  const org = orgWith({
    classes: {
      Asks: `public class Asks {
        public static String query(String field) { try { Database.query('SELECT ' + field + ' FROM Account'); return 'is there'; } catch (QueryException e) { return 'is not'; } }
        public static String get(String field) { try { new Account().get(field); return 'is there'; } catch (SObjectException e) { return 'is not'; } }
      }`,
    },
  });
  for (const method of ['query', 'get']) {
    assert.equal(org.call(ADMIN, 'Asks', method, ['Name']), 'is there');
    assert.equal(org.call(ADMIN, 'Asks', method, ['CurrencyIsoCode']), 'is not');
    assert.throws(() => org.call(ADMIN, 'Asks', method, ['CleanStatus']), { name: 'NotSupported', message: /Account\.CleanStatus/ });
  }
  org.close();
});

test('a permission set may grant what is not modelled: nothing can reach it', () => {
  const org = openOrg({ file: null, cache: null });
  const set = (field: string): Uint8Array =>
    new TextEncoder().encode(
      `<?xml version="1.0" encoding="UTF-8"?>\n<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><fieldPermissions><editable>false</editable><field>${field}</field><readable>true</readable></fieldPermissions><hasActivationRequired>false</hasActivationRequired><label>Mine</label></PermissionSet>`,
    );
  const deploy = (field: string): boolean => org.deploy(new Map([['permissionsets/Mine.permissionset-meta.xml', set(field)]])).success;
  assert.equal(deploy('Account.CleanStatus'), true);
  assert.equal(deploy('Account.Cleanness'), false);
  org.close();
});
