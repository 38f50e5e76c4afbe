/** A test org with a high-volume licence, a site, and accounts and contacts to make users of. */
import type { RowResult, DmlRequest } from '../../src/runtime/ports.ts';
import type { Value } from '../../src/runtime/values/kinds.ts';
import type { SObject } from '../../src/runtime/values/sobject.ts';
import { TestOrg, type Options } from './testOrg.ts';

export class PortalOrg extends TestOrg {
  readonly licence = this.put('UserLicense', { Name: 'Customer Community', TotalLicenses: 1000, UsedLicenses: 0 });
  readonly profile = this.put('Profile', { Name: 'Customers', UserLicenseId: this.licence, UserType: 'CspLitePortal' });
  readonly ownSet = this.put('PermissionSet', {
    Name: 'Customers_Own',
    Label: 'Customers',
    ProfileId: this.profile,
    IsOwnedByProfile: true,
  });
  readonly account = this.put('Account', { Name: 'Acme', OwnerId: this.adminId });
  #users = 0;

  constructor(options: Options = {}) {
    super(options);
  }

  contact(values: Readonly<Record<string, Value>> = {}): string {
    return this.put('Contact', { LastName: 'Contact', AccountId: this.account, OwnerId: this.adminId, ...values });
  }

  site(values: Readonly<Record<string, Value>> = {}, through: string = this.profile): string {
    const network = this.put('Network', { Name: 'Help', Status: 'Live', OptionsSendWelcomeEmail: true, ...values });
    this.put('NetworkMemberGroup', { NetworkId: network, ParentId: through });
    return network;
  }

  user(values: Readonly<Record<string, Value>> = {}): SObject {
    const n = ++this.#users;
    return this.row('User', {
      Username: `user${n}@portal.test`,
      FirstName: 'First',
      LastName: `Last ${n}`,
      Email: `mail${n}@portal.test`,
      Alias: `u${n}`,
      CommunityNickname: `nick${n}`,
      ProfileId: this.profile,
      TimeZoneSidKey: 'Europe/Berlin',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      ...('ContactId' in values || 'ProfileId' in values ? {} : { ContactId: this.contact() }),
      ...values,
    });
  }

  add(rows: readonly SObject[], how: Partial<DmlRequest> = {}): readonly RowResult[] {
    return this.run('insert', rows, { allOrNone: false, ...how });
  }

  get used(): number {
    return Number(this.stored('UserLicense', this.licence, 'UsedLicenses'));
  }
}
