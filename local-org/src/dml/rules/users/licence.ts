/** User licences: which one a profile gives, and how many are left. */
import { insideRunAs } from '../../../runtime/dmlContext.ts';
import { current } from '../../../runtime/transaction.ts';
import { byKey } from '../../stored.ts';
import type { DmlWorld, RowChange } from '../../world.ts';

export interface Licence {
  readonly id: string;
  readonly name: string;
  readonly total: number;
  readonly used: number;
}

export interface ProfileFacts {
  readonly id: string;
  readonly name: string;
  readonly userType: string;
  readonly licence: Licence;
}

/** UserType of users with a licence for outside people. */
const externalTypes: ReadonlySet<string> = new Set(['CspLitePortal', 'CustomerSuccess', 'PowerCustomerSuccess', 'PowerPartner']);
/** "Customer Community, High Volume Customer Portal, Authenticated Website": no roles. */
const HIGH_VOLUME = 'CspLitePortal';

export const isExternal = (userType: string): boolean => externalTypes.has(userType);
export const isHighVolume = (userType: string): boolean => userType === HIGH_VOLUME;

export function profiles(ids: Iterable<string>, world: DmlWorld): ReadonlyMap<string, ProfileFacts> {
  const rows = byKey(world.store, 'Profile', 'Id', ['Name', 'UserType', 'UserLicenseId'], new Set(ids));
  const licences = byKey(
    world.store,
    'UserLicense',
    'Id',
    ['Name', 'TotalLicenses', 'UsedLicenses'],
    new Set([...rows.values()].map(([, , licence]) => String(licence))),
  );
  const facts = new Map<string, ProfileFacts>();
  for (const [id, [name, userType, licenceId]] of rows) {
    const licence = licences.get(String(licenceId));
    if (!licence) throw new Error(`profile ${String(name)} has no user licence`);
    facts.set(id, {
      id,
      name: String(name),
      userType: String(userType ?? 'Standard'),
      licence: { id: String(licenceId), name: String(licence[0]), total: Number(licence[1]), used: Number(licence[2] ?? 0) },
    });
  }
  return facts;
}

/** Assumption switch: "for each login licence, up to twenty users". */
const seatsOf = ({ name, total }: Licence, position: string): number =>
  position === 'logins' && name.endsWith(' Login') ? total * USERS_PER_LOGIN : total;
const USERS_PER_LOGIN = 20;

/** Rows that take a seat, in the order of the statement. Earlier rows of the same statement count. */
export function takeSeats(rows: readonly { readonly change: RowChange; readonly profile: ProfileFacts }[]): void {
  if (insideRunAs(current())) return;
  const taken = new Map<string, number>();
  for (const { change, profile } of rows) {
    if (change.failed) continue;
    const { licence } = profile;
    const used = licence.used + (taken.get(licence.id) ?? 0);
    // A total of -1 stands for a licence without a limit.
    if (licence.total >= 0 && used >= seatsOf(licence, current().settings.position('loginLicenceSeats')))
      change.fail('LICENSE_LIMIT_EXCEEDED', `License Limit Exceeded - ${licence.name}`);
    else taken.set(licence.id, (taken.get(licence.id) ?? 0) + 1);
  }
}

export function countSeats(licenceId: string, difference: number, world: DmlWorld): void {
  if (difference !== 0)
    world.store.run('UPDATE "UserLicense" SET "UsedLicenses" = coalesce("UsedLicenses", 0) + ? WHERE "Id" = ?', [difference, licenceId]);
}
