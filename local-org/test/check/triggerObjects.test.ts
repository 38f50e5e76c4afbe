/** What may have triggers at all. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrg } from '../../index.ts';

const encoder = new TextEncoder();

function problemOf(object: string, events = 'before insert'): string | undefined {
  const org = openOrg({ file: null, cache: null });
  const meta =
    '<ApexTrigger xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></ApexTrigger>';
  const { problems } = org.deploy(
    new Map([
      ['triggers/T.trigger', encoder.encode(`trigger T on ${object} (${events}) {}`)],
      ['triggers/T.trigger-meta.xml', encoder.encode(meta)],
    ]),
  );
  org.close();
  return problems[0]?.message;
}

test('objects of the platform that are not modelled are gaps, others are mistakes', () => {
  assert.equal(problemOf('Quote'), 'NotSupported: triggers on Quote');
  assert.equal(problemOf('Nope__c'), "Trigger type isn't an SObject: Nope__c");
});

test('setup objects but User, shares and the like do not allow triggers', () => {
  for (const object of ['Profile', 'PermissionSetAssignment', 'AccountShare', 'AsyncApexJob', 'CampaignMemberStatus'])
    assert.equal(problemOf(object), `SObject type does not allow triggers: ${object}`);
  for (const object of ['User', 'Contact', 'ContentDocumentLink', 'OpportunityLineItem']) assert.equal(problemOf(object), undefined);
  assert.equal(problemOf('PricebookEntry'), 'NotSupported: triggers on PricebookEntry');
});
