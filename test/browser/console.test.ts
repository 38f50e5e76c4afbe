/** The whole job in a browser: contacts to portal users, on the pages that an operator, an approver and an invited user see. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Download, Locator, Page } from 'playwright-core';
import { NO_BROWSER, openBrowser } from './chromium.ts';
import { fits, look, NARROW, openPlace, type Place } from './place.ts';

const browser = await openBrowser();
const skip = browser === null ? NO_BROWSER : false;
let place: Place;

before(async () => {
  if (browser) place = await openPlace(browser);
});
after(async () => {
  await place?.close();
  await browser?.close();
});

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const linesOf = async (download: Download): Promise<readonly string[]> =>
  readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n');
async function saved(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return download;
}
async function choosePolicy(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: /Policy/ }).click();
  await page.getByRole('option', { name, exact: true }).click();
}

test('an operator turns contacts into portal users, and a second person approves', { skip }, async () => {
  const { page, complaints } = await place.console('operator');

  await page.getByText('1–50 of 300').waitFor();
  await page.getByRole('combobox', { name: 'Account' }).fill('northwind');
  await page.getByRole('option', { name: 'Northwind Traders' }).waitFor();
  await look(page, '1-account');
  await page.getByRole('option', { name: 'Northwind Traders' }).click();
  await page.getByText(/^1–\d+ of (?!300)\d+$/).waitFor();
  await page.locator('tbody span.slds-checkbox').first().click();
  await page.getByText('1 selected').waitFor();
  await button(page, 'Clear account').click();
  await page.getByText('1–50 of 300').waitFor();
  await button(page, 'Next page').click();
  await page.getByText('51–100 of 300').waitFor();
  await page.getByText('1 selected').waitFor();
  await button(page, 'Select all 300').click();
  await page.getByText('300 selected').waitFor();
  await page.locator('tbody span.slds-checkbox').first().click();
  await page.getByText('299 selected').waitFor();
  await page.locator('tbody span.slds-checkbox').first().click();
  await page.getByText('300 selected').waitFor();
  await look(page, '2-contacts');

  await button(page, /^Next$/).click();
  await choosePolicy(page, 'Customers, with approval');
  await page.getByText('a second person approves').waitFor();
  await look(page, '3-policy');

  await button(page, 'Check contacts').click();
  await page.getByText('Check before creating').waitFor();
  await page.getByText('Set its account and run it again.').first().waitFor();
  await page.getByTitle('Preview: Leave out contacts that share an e-mail address').first().click();
  await page.getByText('This is about 2 contacts of the run.').waitFor();
  await look(page, '4-check');
  await button(page, 'Cancel').click();

  await button(page, 'Create 294 users').click();
  await page.getByText('send each of them an invitation by e-mail').waitFor();
  await look(page, '5-confirm');
  await button(page, 'OK').click();
  await page.getByText('Who can: Aron Approver').waitFor();
  await look(page, '6-waits');

  const approver = await place.console('approver');
  await approver.page.getByText('Waits for you').waitFor();
  assert.equal(await button(approver.page, 'New run').count(), 0);
  await button(approver.page, /RUN-\d+/).click();
  await approver.page.getByText('Olga Operator asks to create 294 portal users').waitFor();
  await approver.page
    .getByRole('row', { name: /Blocked/ })
    .first()
    .waitFor();
  await look(approver.page, '7-approval');
  await button(approver.page, /^Approve$/).click();
  await button(approver.page, 'OK').click();

  // Nobody reloads anything: the news come to the requester.
  await page.getByText('Approved by Aron Approver').waitFor();
  await button(page, 'Create 294 users').click();
  await button(page, 'OK').click();
  await page.getByText('The run is finished: 294 users created.').waitFor();
  await button(page, 'Download failure file').waitFor();
  await page.getByRole('combobox', { name: 'Reason' }).click();
  await page.getByRole('option', { name: 'Contact without account (3)' }).click();
  await page.getByRole('row').filter({ hasText: 'Created' }).first().waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('row').count(), 4);
  await look(page, '8-results');
  await approver.page.getByRole('button', { name: 'Download success file' }).waitFor();

  const failures = await saved(page, 'Download failure file');
  assert.equal((await linesOf(failures)).length, 7);
  assert.match((await linesOf(failures))[1]!, /^003\w{15},Failed,/);
  assert.equal((await linesOf(await saved(page, 'Download success file'))).length, 295);

  await button(page, 'New run').click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'failures.csv', mimeType: 'text/csv', buffer: readFileSync(await failures.path()) });
  await page.getByText('6 contacts read from failures.csv.').waitFor();
  await page.getByText('6 selected').waitFor();
  await look(page, '9-again');
  assert.deepEqual([...complaints, ...approver.complaints], []);
});

test('an invited user sets a password by the link in the mail, and comes in', { skip }, async () => {
  const { page } = await place.console('operator');
  await page.goto('/outbox');
  await page.getByRole('cell').getByRole('link').first().click();
  const link = await page.locator('a[href*="/s/setpassword"]').first().getAttribute('href');

  const invited = await place.visit();
  await invited.page.goto(link!);
  const username = await invited.page.getByLabel('Username').inputValue();
  await invited.page.getByLabel('New password', { exact: false }).first().fill('Correct-horse-7');
  await invited.page.getByLabel('New password again').fill('Correct-horse-7');
  await look(invited.page, '10-password');
  await button(invited.page, 'Set password').click();
  await invited.page.getByText('Your password is set.').waitFor();
  await invited.page.getByLabel('Password').fill('Correct-horse-7');
  await button(invited.page, 'Log in').click();
  await invited.page.getByText(username).first().waitFor();
  await look(invited.page, '11-portal');
  assert.deepEqual(invited.complaints, []);
});

test('contacts are chosen and checked with the keyboard alone', { skip }, async () => {
  const { page, complaints } = await place.console('operator');
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Tab until the focus is there: what cannot be reached fails. */
  async function reach(target: Locator): Promise<void> {
    for (let i = 0; i < 60; i++) {
      if (await target.evaluate((element) => element.matches(':focus'))) return;
      await press('Tab');
    }
    assert.fail(`Tab does not lead to ${target.toString()}`);
  }
  await page.getByText(/^1–\d+ of \d+$/).waitFor();

  const withoutUser = page.getByRole('checkbox', { name: 'Only contacts without a user' });
  await reach(withoutUser);
  await press('Space');
  await page.getByText('1–50 of 300').waitFor();
  const account = page.getByRole('combobox', { name: 'Account' });
  await press('Shift+Tab');
  assert.ok(await account.evaluate((element) => element.matches(':focus')));
  await page.keyboard.type('northwind tr');
  await page.getByRole('option', { name: 'Northwind Traders' }).waitFor();
  await press('ArrowDown', 'Enter');
  await page.getByText(/^1–\d+ of (?!300)\d+$/).waitFor();
  await press('Escape');
  await page.getByText('1–50 of 300').waitFor();
  await reach(button(page, 'Select all 300'));
  await press('Enter');
  await page.getByText('300 selected').waitFor();
  await reach(button(page, 'Clear selection'));
  await press('Enter');
  await page.getByText('0 selected').waitFor();
  // In the table the arrows go from cell to cell: the first one is the name, before it is the checkbox.
  await reach(page.locator('tbody th').first());
  await press('ArrowLeft', 'Space');
  await page.getByText('1 selected').waitFor();
  for (let i = 0; i < 20 && !(await button(page, /^Next$/).evaluate((element) => element.matches(':focus'))); i++) await press('Shift+Tab');
  await press('Enter');
  await reach(page.getByRole('combobox', { name: /Policy/ }));
  await press('ArrowDown', 'ArrowDown', 'Enter');
  for (let i = 0; i < 20 && !(await button(page, 'Check contacts').evaluate((element) => element.matches(':focus'))); i++)
    await press('Shift+Tab');
  await press('Enter');
  await page.getByText('Check before creating').waitFor();
  assert.deepEqual(complaints, []);
});

test('a narrow screen shows everything without scrolling sideways', { skip }, async () => {
  const { page } = await place.console('operator', NARROW);
  await page.getByText('Step 1 of 5: Contacts').waitFor();
  await page.getByText('1–6 of 6').waitFor();
  await fits(page);
  await look(page, '12-narrow-contacts');
  await button(page, 'RUN-000001').click();
  await button(page, 'Download success file').waitFor();
  await page.getByText('294', { exact: true }).waitFor();
  await fits(page);
  await look(page, '13-narrow-results');
});

test('whoever may only look sees the runs, and is offered nothing', { skip }, async () => {
  const { page, complaints } = await place.console('auditor');
  await page.getByText('Open a run from the list to look at it.').waitFor();
  await look(page, '14-auditor');
  await button(page, 'RUN-000001').click();
  await button(page, 'Download success file').waitFor();
  assert.equal(await button(page, 'New run').count(), 0);
  assert.deepEqual(complaints, []);
});
