/** Setup, for administrators: users, licences, jobs. Read with the administrator's own rights. */
import type { Page } from '../answer.ts';
import { moment, table } from '../frame.ts';
import { html, type Html } from '../html.ts';
import { pager, sliceByKey } from '../paging.ts';
import type { Caller, Route, Visit } from '../route.ts';

const PAGE = 50;

const tabs = (current: string): Html =>
  html`<nav class="tabs" aria-label="Setup">
    ${[
      ['/setup', 'Users'],
      ['/setup/licences', 'Licences'],
      ['/setup/jobs', 'Jobs'],
    ].map(([href = '', label]) => html`<a href="${href}" ${href === current ? html` aria-current="page"` : null}>${label}</a>`)}
  </nav>`;

/** In LIKE, `%`, `_` and `\` stand for themselves only behind a backslash. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function usersPage({ org, query }: Visit, user: Caller): Page {
  const search = query.get('q')?.trim() ?? '';
  const where = search === '' ? '' : '(Name LIKE :search OR Username LIKE :search OR Email LIKE :search)';
  const binds = { search: containing(search) };
  const options = { user: user.id, binds };
  const total = Number(org.query(`SELECT COUNT() FROM User${where && ` WHERE ${where}`}`, options)[0]?.['expr0'] ?? 0);
  const slice = sliceByKey({
    query,
    size: PAGE,
    order: 'ASC',
    read: ({ key, comparison, direction, limit }) => {
      const conditions = [where, key === null ? '' : `Username ${comparison} :key`].filter((condition) => condition !== '');
      return org.query(
        `SELECT Name, Username, Email, IsActive, Profile.Name, LastLoginDate FROM User ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''} ORDER BY Username ${direction} LIMIT ${limit}`,
        { user: user.id, binds: { ...binds, key } },
      );
    },
    keyOf: (row) => String(row['Username']),
  });
  return {
    title: 'Users',
    content: html`${tabs('/setup')}
      <form class="search" method="get" action="/setup" role="search">
        <label>Name, username or email <input type="search" name="q" value="${search}" /></label><button>Search</button>
      </form>
      <p class="lead">${total === 1 ? 'One user' : `${total} users`}.</p>
      ${table(
        'Users',
        ['Name', 'Username', 'Email', 'Profile', 'Active', 'Last login'],
        slice.rows.map((row) => [
          String(row['Name'] ?? ''),
          String(row['Username']),
          String(row['Email'] ?? ''),
          String(row['Profile.Name'] ?? '–'),
          row['IsActive'] === true ? html`<span class="good">Active</span>` : html`<span class="bad">Inactive</span>`,
          moment(row['LastLoginDate']),
        ]),
        'No user matches.',
      )}
      ${pager(slice, 'Pages of users')}`,
  };
}

function licencesPage({ org }: Visit, user: Caller): Page {
  const rows = org.query('SELECT Name, TotalLicenses, UsedLicenses FROM UserLicense ORDER BY Name', { user: user.id });
  return {
    title: 'User licences',
    content: html`${tabs('/setup/licences')}
    ${table(
      'User licences',
      ['Licence', 'Total', 'Used', 'Left'],
      rows.map((row) => {
        const total = Number(row['TotalLicenses'] ?? 0);
        const used = Number(row['UsedLicenses'] ?? 0);
        return [String(row['Name']), total, used, total - used > 0 ? total - used : html`<span class="bad">${total - used}</span>`];
      }),
    )}`,
  };
}

const UNFINISHED = new Set(['Queued', 'Holding', 'Preparing', 'Processing']);

function jobsPage({ org, query }: Visit, user: Caller): Page {
  const slice = sliceByKey({
    query,
    size: PAGE,
    order: 'DESC',
    read: ({ key, comparison, direction, limit }) =>
      org.query(
        `SELECT Id, ApexClass.Name, JobType, Status, JobItemsProcessed, TotalJobItems, NumberOfErrors, ExtendedStatus, CreatedBy.Name, CreatedDate, CompletedDate FROM AsyncApexJob ${key === null ? '' : `WHERE Id ${comparison} :key`} ORDER BY Id ${direction} LIMIT ${limit}`,
        { user: user.id, binds: { key } },
      ),
    keyOf: (row) => String(row['Id']),
  });
  return {
    title: 'Apex jobs',
    live: 2_000,
    content: html`${tabs('/setup/jobs')}
      <div data-part="jobs">
        ${table(
          'Apex jobs',
          ['Submitted', 'Class', 'Kind', 'Status', 'Progress', 'Failures', 'By', 'Completed'],
          slice.rows.map((row) => {
            const status = String(row['Status']);
            const [done, of] = [Number(row['JobItemsProcessed'] ?? 0), Number(row['TotalJobItems'] ?? 0)];
            return [
              moment(row['CreatedDate']),
              String(row['ApexClass.Name'] ?? '–'),
              String(row['JobType']),
              html`<span class="badge ${status === 'Completed' ? 'good' : UNFINISHED.has(status) ? 'warn' : 'bad'}">${status}</span
                >${row['ExtendedStatus'] ? html`<br />${String(row['ExtendedStatus'])}` : null}`,
              of > 0 ? html`<progress max="${of}" value="${done}" aria-label="${done} of ${of}"></progress>${done} of ${of}` : '–',
              Number(row['NumberOfErrors'] ?? 0),
              String(row['CreatedBy.Name'] ?? '–'),
              moment(row['CompletedDate']),
            ];
          }),
          'No job ran yet.',
        )}
      </div>
      ${pager(slice, 'Pages of jobs')}`,
  };
}

export const setupRoutes: readonly Route[] = [
  { method: 'GET', path: '/setup', access: 'administrator', handle: usersPage },
  { method: 'GET', path: '/setup/licences', access: 'administrator', handle: licencesPage },
  { method: 'GET', path: '/setup/jobs', access: 'administrator', handle: jobsPage },
];
