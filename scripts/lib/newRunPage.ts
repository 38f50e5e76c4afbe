/** A new run: which policy, which contacts. Preflight begins when the form is sent; nothing is created before somebody starts the run. */
import { apexList, type Org } from '../../local-org/index.ts';
import { alertBox, html, redirect, type Caller, type Html, type Page, type Route } from '../../local-org/server.ts';

/** `PortalUserSelection.MAX_PORTION` */
const PORTION = 2_000;

interface Form {
  readonly policy: string;
  readonly invitations: boolean;
  readonly contacts: 'all' | 'pasted';
  readonly ids: string;
}

/** In the requester's user mode: what they cannot see is not chosen. */
const contactsWithoutUser = (org: Org, user: Caller): readonly string[] =>
  org
    .query('SELECT Id FROM Contact WHERE Id NOT IN (SELECT ContactId FROM User WHERE ContactId != NULL) ORDER BY CreatedDate, Id', {
      user: user.id,
    })
    .map((row) => String(row['Id']));

/** Ids between any separators, or the first column of a pasted CSV (a failure file, for instance). */
export function idsIn(text: string): readonly string[] {
  const isId = (cell: string): boolean => /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(cell);
  const cells = text.split(/[\s,;]+/).filter((cell) => cell !== '');
  if (cells.every(isId)) return cells;
  return text
    .split(/\r?\n/)
    .map((line) => (line.split(/[,;\t]/)[0] ?? '').trim().replace(/^"(.*)"$/, '$1'))
    .filter((cell) => cell !== '' && !/^(?:contact)?\s*id$/i.test(cell));
}

function formPage(org: Org, user: Caller, form: Form, problem: string | null): Page {
  const policies = org.query(
    'SELECT DeveloperName, MasterLabel, Description__c FROM PortalUserPolicy__mdt WHERE Active__c = TRUE ORDER BY MasterLabel',
  );
  const free = contactsWithoutUser(org, user).length;
  const checked = (on: boolean): Html | null => (on ? html` checked` : null);
  return {
    title: 'New run',
    ...(problem !== null && { status: 400 }),
    content: html`<p class="lead">Contacts are checked first; you see what will happen to each of them before anything is created.</p>
      ${problem === null ? null : alertBox(problem)}
      <form class="stack" method="post" action="/runs/new">
        <fieldset>
          <legend>Policy</legend>
          ${policies.map(
            (row, i) =>
              html`<label class="inline"
                ><input
                  type="radio"
                  name="policy"
                  required
                  value="${String(row['DeveloperName'])}"
                  ${checked(form.policy === row['DeveloperName'] || (form.policy === '' && i === 0))}
                />
                <span>${String(row['MasterLabel'])}<span class="hint">${String(row['Description__c'] ?? '')}</span></span></label
              >`,
          )}
        </fieldset>
        <label class="inline"
          ><input type="checkbox" name="invitations" ${checked(form.invitations)} /> Send each new user an invitation with a link to set a
          password</label
        >
        <fieldset>
          <legend>Contacts</legend>
          <label class="inline"
            ><input type="radio" name="contacts" value="all" ${checked(form.contacts === 'all')} /> All contacts without a user that I may
            see (${free})</label
          >
          <label class="inline"><input type="radio" name="contacts" value="pasted" ${checked(form.contacts === 'pasted')} /> These:</label>
          <label
            >Contact ids <span class="hint">One per line or with commas between, or a CSV file whose first column they are</span
            ><textarea name="ids" spellcheck="false">${form.ids}</textarea>
          </label>
        </fieldset>
        <div><button>Check these contacts</button></div>
      </form>`,
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One portion per turn: other requests come in between. */
async function createRun(org: Org, user: Caller, { policy, invitations }: Form, ids: readonly string[]): Promise<string> {
  const call = (method: string, ...args: Parameters<Org['call']>[3][number][]) => org.call(user.id, 'PortalUserRuns', method, args);
  const run = String(call('create', policy, invitations));
  for (let from = 0, portion = 1; from < ids.length; from += PORTION, portion++) {
    call('addPortion', run, portion, apexList('String', ids.slice(from, from + PORTION)));
    await turn();
  }
  call('seal', run);
  return run;
}

export const newRunRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/runs/new',
    access: 'user',
    handle: ({ org }, user) => formPage(org, user, { policy: '', invitations: true, contacts: 'all', ids: '' }, null),
  },
  {
    method: 'POST',
    path: '/runs/new',
    access: 'user',
    handle: async (visit, user) => {
      const fields = await visit.form();
      const form: Form = {
        policy: fields.get('policy') ?? '',
        invitations: fields.has('invitations'),
        contacts: fields.get('contacts') === 'pasted' ? 'pasted' : 'all',
        ids: fields.get('ids') ?? '',
      };
      // Whoever pasted ids and left the choice as it was would enable everybody.
      if (form.contacts === 'all' && form.ids.trim() !== '')
        return formPage(visit.org, user, form, 'You pasted contact ids and chose all contacts: it can only be one of them.');
      const ids = form.contacts === 'all' ? contactsWithoutUser(visit.org, user) : idsIn(form.ids);
      if (ids.length === 0) return formPage(visit.org, user, form, 'There are no contacts to choose: paste at least one id.');
      return redirect(`/runs/${await createRun(visit.org, user, form, ids)}`);
    },
  },
];
