/** Columns that show what another record says, and what hangs on a person. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Org } from '../../index.ts';
import { ADMIN, orgWith } from '../helpers/project.ts';

function run(org: Org, source: string): void {
  const { success, compileProblem, exceptionMessage } = org.executeAnonymous(ADMIN, source);
  assert.ok(success, compileProblem ?? exceptionMessage ?? '');
}

const values = (org: Org, soql: string): readonly (readonly unknown[])[] => org.query(soql).map(({ Id: _, ...row }) => Object.values(row));

test('price book entries show the name and code that their product has now', () => {
  const org = orgWith({});
  run(
    org,
    `Product2 p = new Product2(Name = 'Old', ProductCode = 'O'); insert as system p;
     insert as system new PricebookEntry(Product2Id = p.Id, UnitPrice = 1, IsActive = true, Pricebook2Id = [SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE WITH SYSTEM_MODE].Id);
     p.Name = 'New'; p.ProductCode = 'N'; update as system p;`,
  );
  assert.deepEqual(values(org, 'SELECT Name, ProductCode FROM PricebookEntry'), [['New', 'N']]);
  org.close();
});

test('campaign members show what their lead, their contact and its account are called now', () => {
  const org = orgWith({});
  run(
    org,
    `Campaign c = new Campaign(Name = 'C'); insert as system c;
     Account a = new Account(Name = 'Acme'); insert as system a;
     Contact k = new Contact(LastName = 'K', AccountId = a.Id); insert as system k;
     Lead l = new Lead(LastName = 'L', Company = 'Co'); insert as system l;
     insert as system new List<CampaignMember>{ new CampaignMember(CampaignId = c.Id, ContactId = k.Id), new CampaignMember(CampaignId = c.Id, LeadId = l.Id) };
     k.LastName = 'K2'; k.Email = 'k@acme.test'; update as system k;
     l.Company = 'Co2'; update as system l;
     a.Name = 'Acme2'; update as system a;`,
  );
  assert.deepEqual(values(org, 'SELECT LastName, Email, CompanyOrAccount FROM CampaignMember ORDER BY LastName'), [
    ['K2', 'k@acme.test', 'Acme2'],
    ['L', null, 'Co2'],
  ]);
  org.close();
});

const refused = (org: Org, source: string): string => {
  try {
    return org.executeAnonymous(ADMIN, source).exceptionMessage ?? 'nothing';
  } catch (error) {
    return String(error);
  }
};

test('whether activities of a person go with it is not known; those of the account do', () => {
  const org = orgWith({});
  run(
    org,
    `Account a = new Account(Name = 'A'); insert as system a;
     Contact k = new Contact(LastName = 'K', AccountId = a.Id); insert as system k;
     insert as system new Task(WhoId = k.Id, WhatId = a.Id);
     delete as system a;`,
  );
  assert.equal(org.query('SELECT Id FROM Task').length, 0);
  assert.match(
    refused(
      org,
      `Contact k = new Contact(LastName = 'K'); insert as system k; insert as system new Task(WhoId = k.Id); delete as system k;`,
    ),
    /delete of a Contact that has a Task/,
  );
  org.close();
});

test('the date of an event is refused where calendars disagree', () => {
  const org = orgWith({});
  const event = (hour: number): string =>
    `insert as system new Event(DurationInMinutes = 10, ActivityDateTime = Datetime.newInstanceGmt(2026, 5, 4, ${hour}, 0, 0));`;
  run(org, event(23));
  assert.deepEqual(values(org, 'SELECT ActivityDate FROM Event'), [['2026-05-04']]);
  run(org, `update as system new User(Id = UserInfo.getUserId(), TimeZoneSidKey = 'Asia/Tokyo');`);
  run(org, event(3));
  assert.match(refused(org, event(23)), /ActivityDate of an Event that is on another day in Asia\/Tokyo than in GMT/);
  org.close();
});

for (const [position, description] of [
  ['none', null],
  ['fired', 'triggered'],
] as const)
  test(`lineItemTriggers = ${position}: an opportunity whose products change`, () => {
    const org = orgWith(
      {
        triggers: {
          Told: `trigger Told on Opportunity (before update) { for (Opportunity o : Trigger.new) o.Description = 'triggered'; }`,
        },
      },
      { positions: { lineItemTriggers: position } },
    );
    run(
      org,
      `Product2 p = new Product2(Name = 'P', IsActive = true); insert as system p;
       PricebookEntry e = new PricebookEntry(Product2Id = p.Id, UnitPrice = 5, IsActive = true, Pricebook2Id = [SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE WITH SYSTEM_MODE].Id);
       insert as system e;
       Opportunity o = new Opportunity(Name = 'O', StageName = 'Prospecting', CloseDate = Date.today()); insert as system o;
       insert as system new OpportunityLineItem(OpportunityId = o.Id, PricebookEntryId = e.Id, Quantity = 2, UnitPrice = 5);`,
    );
    assert.deepEqual(values(org, 'SELECT Amount, Description FROM Opportunity'), [[10, description]]);
    org.close();
  });

test('undelete fires triggers of some standard objects only', () => {
  const trigger = (object: string): string =>
    `trigger ${object}Back on ${object} (after undelete) { insert as system new Campaign(Name = '${object}'); }`;
  const org = orgWith({ triggers: { AccountBack: trigger('Account'), CaseCommentBack: trigger('CaseComment') } });
  run(
    org,
    `Account a = new Account(Name = 'A'); insert as system a; delete as system a; undelete as system a;
     Case k = new Case(); insert as system k;
     CaseComment c = new CaseComment(ParentId = k.Id, CommentBody = 'x'); insert as system c; delete as system c; undelete as system c;`,
  );
  assert.deepEqual(values(org, 'SELECT Name FROM Campaign'), [['Account']]);
  org.close();
});
