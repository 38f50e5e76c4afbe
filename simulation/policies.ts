/** Policies of the simulation, made from the sample: the same profile and permission set, other chunk sizes and ways. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/lib/tools.ts';

const FOLDER = 'samples/main/default/customMetadata';

/** The sample policy with other values: of numbers, text and flags that it states already. */
export function policyFile(name: string, values: Readonly<Record<string, string>>): Record<string, string> {
  let text = readFileSync(join(root, FOLDER, 'PortalUserPolicy.Customers.md-meta.xml'), 'utf8');
  for (const [field, value] of Object.entries(values)) {
    const changed = text.replace(new RegExp(`(<field>${field}</field>\\s*<value[^>]*>)[^<]*`), `$1${value}`);
    if (changed === text) throw new Error(`the sample policy has no other ${field}`);
    text = changed;
  }
  return { [`${FOLDER}/PortalUserPolicy.${name}.md-meta.xml`]: text.replace('<label>Customers<', `<label>${name}<`) };
}

/** `Small`: chunks of 20. `Approved`: a second person for every run. `Standard`: the profile that came with the licence. */
export const policies: Readonly<Record<string, string>> = {
  ...policyFile('Small', { ScopeSize__c: '20.0' }),
  ...policyFile('Approved', { ApprovalThreshold__c: '1.0' }),
  ...policyFile('Standard', { Profile__c: 'Customer Community User' }),
  ...policyFile('Internal', { Profile__c: 'System Administrator' }),
  ...policyFile('Powerful', { PermissionSets__c: 'Portal_Users_Administrator' }),
};
