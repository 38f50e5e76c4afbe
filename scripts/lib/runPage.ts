/** One run: where it stands, what its user may do next, its items, its files. */
import type { Org } from '../../local-org/index.ts';
import {
  download,
  facts,
  html,
  moment,
  pager,
  redirect,
  sliceByKey,
  table,
  type Caller,
  type Html,
  type Page,
  type Route,
  type Visit,
} from '../../local-org/server.ts';
import { resultPages, type ResultFile } from './enableRun.ts';

const PAGE = 50;
/** A job is at work, and the page looks again. */
const AT_WORK = new Set(['Checking', 'Running', 'Settling']);
const ITEM_STATES = ['Ready', 'Retry', 'Created', 'Skipped', 'Failed'];

type Row = ReturnType<Org['query']>[number];

interface Progress {
  readonly state: string;
  readonly waitingfor: string | null;
  readonly jobgone: boolean;
  readonly message: string | null;
  readonly requested: number;
  readonly ready: number;
  readonly created: number;
  readonly skipped: number;
  readonly failed: number;
}

const colours: Readonly<Record<string, string>> = {
  Ready: 'good',
  Created: 'good',
  Finished: 'good',
  Failed: 'bad',
  Stopped: 'bad',
  Skipped: 'warn',
  Waiting: 'warn',
  Warning: 'warn',
  Skip: 'warn',
  Inactive: 'warn',
  Blocked: 'bad',
};
export const badge = (state: string): Html => html`<span class="badge ${colours[state] ?? ''}">${state}</span>`;

const holds = (org: Org, user: Caller, permission: string): boolean =>
  org.as(user.id, ({ data }) => data.rights.customPermission(permission));

/** What comes next, in words. */
const guidance: Readonly<Record<string, string>> = {
  Draft: 'Its contacts are still being chosen.',
  Checking: 'Preflight looks at every contact. Nothing is created yet.',
  Ready: 'Preflight is done. Look at what will happen below, then start.',
  Running: 'Users are being created.',
  Settling: 'What became of each contact is being written down.',
  Finished: 'Done. The files say what became of each contact.',
  Stopped: 'Stopped. What was created stays.',
};
const waiting: Readonly<Record<string, string>> = {
  Approval: 'It waits for the approval of a second person.',
  Licence: 'It waits for licences.',
  Runner: 'It waits for somebody who may create users.',
  Lane: 'It waits for another run that makes portal roles, and goes on by itself.',
};
const GONE = 'Its job was aborted or ended early. Resume the run: nothing is lost.';

/** In words: where the run stands. */
const standing = ({ state, waitingfor, jobgone }: Progress): string =>
  jobgone ? GONE : (waiting[waitingfor ?? ''] ?? guidance[state] ?? '');

function actionsFor(org: Org, user: Caller, run: Row, { jobgone }: Progress): readonly (readonly [string, string])[] {
  const state = String(run['State__c']);
  const own = run['Requester__c'] === user.id;
  const enables = own && holds(org, user, 'Portal_Users_Enable');
  const administers = holds(org, user, 'Portal_Users_Administer') || holds(org, user, 'Portal_Users_Runner');
  const forApproval = state === 'Waiting' && run['WaitingFor__c'] === 'Approval';
  const actions: (readonly [string, string])[] = [];
  if (state === 'Ready' && enables) actions.push(['start', `Start: create ${Number(run['Ready__c'] ?? 0)} users`]);
  if (forApproval && !own && holds(org, user, 'Portal_Users_Approve')) actions.push(['approve', 'Approve']);
  if ((jobgone || state === 'Stopped' || (state === 'Waiting' && !forApproval)) && (enables || administers))
    actions.push(['resume', 'Resume']);
  if (!['Finished', 'Stopped'].includes(state) && (enables || administers)) actions.push(['stop', 'Stop']);
  return actions;
}

function runPage({ org, params, query }: Visit, user: Caller): Page {
  const id = params['id'] ?? '';
  const [run] = org.query(
    'SELECT Name, State__c, WaitingFor__c, Policy__c, SendInvitations__c, Requester__c, Approver__c, Ready__c, StartedAt__c, FinishedAt__c, CreatedDate FROM PortalUserRun__c WHERE Id = :id',
    { user: user.id, binds: { id } },
  );
  // Apex has the same word for what is not there and what is not to be seen.
  const progress = org.call(user.id, 'PortalUserResults', 'progress', [id]) as unknown as Progress;
  if (!run) throw new Error('a run with progress has a row');
  const actions = actionsFor(org, user, run, progress);
  const name = (field: string): string => nameOf(org, run[field]);
  return {
    title: String(run['Name']),
    ...(AT_WORK.has(progress.state) && { live: 1_500 }),
    content: html`<div data-part="${progress.state}">
        <div role="status">
          <p class="lead">${badge(progress.state)} ${standing(progress)}</p>
          ${progress.message === null ? null : html`<p class="note">${progress.message}</p>`}
        </div>
        ${counts(progress)}
      </div>
      ${actions.length === 0 ? null : html`<div class="row">${actions.map(([action, label]) => html`<form method="post" action="/runs/${id}/${action}"><button class="${action === 'stop' ? 'quiet' : ''}">${label}</button></form>`)}</div>`}
      ${facts([
        ['Policy', String(run['Policy__c'])],
        ['Invitations', run['SendInvitations__c'] === true ? 'are sent' : 'are not sent'],
        ['Requested by', name('Requester__c')],
        ['Approved by', run['Approver__c'] === null ? null : name('Approver__c')],
        ['Started', moment(run['StartedAt__c'])],
        ['Finished', moment(run['FinishedAt__c'])],
      ])}
      <p class="row">
        <a class="button quiet" href="/runs/${id}/successes">Success file</a
        ><a class="button quiet" href="/runs/${id}/failures">Failure file</a>
      </p>
      ${items(org, user, id, query, progress.state)}`,
  };
}

const nameOf = (org: Org, id: unknown): string =>
  String(org.query('SELECT Name FROM User WHERE Id = :id', { binds: { id: String(id) } })[0]?.['Name'] ?? '–');

function counts({ state, requested, ready, created, skipped, failed }: Progress): Html {
  const done = created + skipped + failed;
  return html`${['Running', 'Settling'].includes(state) ? html`<progress max="${requested}" value="${done}" aria-label="${done} of ${requested} contacts settled"></progress>` : null}
    <ul class="counts">
      <li><b>${requested}</b>requested</li>
      <li><b>${ready}</b>ready</li>
      <li><b class="good">${created}</b>created</li>
      <li><b>${skipped}</b>skipped</li>
      <li><b class="${failed > 0 ? 'bad' : ''}">${failed}</b>${state === 'Ready' ? 'blocked' : 'failed'}</li>
    </ul>`;
}

function items(org: Org, user: Caller, run: string, query: URLSearchParams, runState: string): Html {
  const state = ITEM_STATES.find((each) => each === query.get('state')) ?? null;
  const slice = sliceByKey({
    query,
    size: PAGE,
    order: 'ASC',
    read: ({ key, comparison, direction, limit }) => {
      const conditions = ['Run__c = :run', state === null ? '' : 'State__c = :state', key === null ? '' : `Row__c ${comparison} :row`];
      return org.query(
        `SELECT Row__c, ContactId__c, Contact__r.Name, State__c, Verdict__c, Code__c, Message__c, PlannedUsername__c FROM PortalUserRunItem__c WHERE ${conditions.filter((each) => each !== '').join(' AND ')} ORDER BY Row__c ${direction} LIMIT ${limit}`,
        { user: user.id, binds: { run, state, row: Number(key ?? 0) } },
      );
    },
    keyOf: (row) => String(row['Row__c']),
  });
  const tab = (label: string, value: string | null): Html =>
    html`<a href="/runs/${run}${value === null ? '' : `?state=${value}`}" ${value === state ? html` aria-current="true"` : null}
      >${label}</a
    >`;
  return html`<h2 id="items">Contacts</h2>
    <nav class="tabs" aria-label="Contacts by state">${tab('All', null)}${ITEM_STATES.map((each) => tab(each, each))}</nav>
    <div data-part="items">
      ${table(
        'Contacts of the run',
        ['Row', 'Contact', runState === 'Ready' ? 'Verdict' : 'State', 'Username', 'Reason'],
        slice.rows.map((row) => [
          Number(row['Row__c']),
          String(row['Contact__r.Name'] ?? row['ContactId__c']),
          badge(String((runState === 'Ready' ? row['Verdict__c'] : null) ?? row['State__c'])),
          String(row['PlannedUsername__c'] ?? ''),
          row['Code__c'] === null ? '' : html`${String(row['Message__c'] ?? '')} <span class="hint">${String(row['Code__c'])}</span>`,
        ]),
        'None.',
      )}
    </div>
    ${pager(slice, 'Pages of contacts')}`;
}

async function* portions(pages: Iterable<string>): AsyncGenerator<string> {
  yield* pages;
}

const resultRoute = (which: ResultFile): Route => ({
  method: 'GET',
  path: `/runs/:id/${which}`,
  access: 'user',
  handle: ({ org, params }, user) => {
    const id = params['id'] ?? '';
    const { state } = org.call(user.id, 'PortalUserResults', 'progress', [id]) as unknown as Progress;
    return download(
      `${which}-${id}${state === 'Finished' ? '' : '-so-far'}.csv`,
      'text/csv; charset=utf-8',
      portions(resultPages(org, user.id, id, which)),
    );
  },
});

const action = (name: string): Route => ({
  method: 'POST',
  path: `/runs/:id/${name}`,
  access: 'user',
  handle: ({ org, params }, user) => {
    const id = params['id'] ?? '';
    org.call(user.id, 'PortalUserRuns', name, [id]);
    return redirect(`/runs/${encodeURIComponent(id)}`);
  },
});

export const runRoutes: readonly Route[] = [
  { method: 'GET', path: '/runs/:id', access: 'user', handle: runPage },
  resultRoute('successes'),
  resultRoute('failures'),
  ...['start', 'approve', 'stop', 'resume'].map(action),
];
