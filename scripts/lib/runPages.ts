/** Pages of the product on the local org's server, until the Lightning console takes over: the list of runs; one run and a new one beside it. */
import { UncaughtApexException } from '../../local-org/index.ts';
import {
  alertBox,
  html,
  moment,
  pager,
  sliceByKey,
  table,
  type Caller,
  type Page,
  type Pages,
  type Visit,
} from '../../local-org/server.ts';
import { newRunRoutes } from './newRunPage.ts';
import { badge, runRoutes } from './runPage.ts';

const PAGE = 50;
const FIELDS = 'Name, State__c, WaitingFor__c, Policy__c, Requested__c, Created__c, Skipped__c, Failed__c, Requester__c, CreatedDate';

function runsPage({ org, query }: Visit, user: Caller): Page {
  const slice = sliceByKey({
    query,
    size: PAGE,
    order: 'DESC',
    read: ({ key, comparison, direction, limit }) =>
      org.query(
        `SELECT ${FIELDS} FROM PortalUserRun__c ${key === null ? '' : `WHERE Name ${comparison} :key`} ORDER BY Name ${direction} LIMIT ${limit}`,
        { user: user.id, binds: { key } },
      ),
    keyOf: (row) => String(row['Name']),
  });
  return {
    title: 'Runs',
    live: 3_000,
    content: html`<p class="row"><a class="button" href="/runs/new">New run</a></p>
      <div data-part="runs">
        ${table(
          'Runs',
          ['Run', 'State', 'Policy', 'Requested', 'Created', 'Skipped', 'Failed', 'Begun'],
          slice.rows.map((row) => [
            html`<a href="/runs/${String(row['Id'])}">${String(row['Name'])}</a>`,
            badge(String(row['State__c'])),
            String(row['Policy__c'] ?? ''),
            ...['Requested__c', 'Created__c', 'Skipped__c', 'Failed__c'].map((field) => Number(row[field] ?? 0)),
            moment(row['CreatedDate']),
          ]),
          'There is no run that you may see.',
        )}
      </div>
      ${pager(slice, 'Pages of runs')}`,
  };
}

/** Who may not even know that there are runs. */
function refused(error: unknown): Page {
  if (!(error instanceof UncaughtApexException) || error.type !== 'System.QueryException') throw error;
  return {
    title: 'Runs',
    status: 403,
    content: alertBox('You have no access to runs. An administrator gives it with one of the permission sets of Portal Users.'),
  };
}

export const runPages: Pages = {
  links: [
    { href: '/runs', label: 'Runs', description: 'What was done for which contacts, with the result files.' },
    { href: '/runs/new', label: 'New run', description: 'Give contacts a login: choose, check, confirm, watch.' },
  ],
  routes: [
    {
      method: 'GET',
      path: '/runs',
      access: 'user',
      handle: (visit, user) => {
        try {
          return runsPage(visit, user);
        } catch (error) {
          return refused(error);
        }
      },
    },
    ...newRunRoutes,
    ...runRoutes,
  ],
};
