/** Policy and options of a run. Fires `choose` with both and waits to be given them back; a single policy is chosen by itself. */
import { LightningElement, api } from 'lwc';
import policies from '@salesforce/apex/PortalUserConsole.policies';
import { messageOf } from 'c/portalUsersErrors';
import { labels } from './labels';

export interface Options {
  readonly policyName: string;
  readonly sendInvitations: boolean;
}

export default class PortalUsersOptions extends LightningElement {
  @api policyName = '';
  @api sendInvitations = false;

  labels = labels;
  all: readonly Apex.PolicyOption[] = [];
  busy = true;
  problem = '';

  async connectedCallback(): Promise<void> {
    try {
      this.all = await policies();
      const only = this.all.length === 1 ? this.all[0] : undefined;
      if (only && this.policyName === '') this.choose({ policyName: only.name, sendInvitations: only.invites });
    } catch (error) {
      this.problem = messageOf(error);
    }
    this.busy = false;
  }

  get policy(): Apex.PolicyOption | undefined {
    return this.all.find((each) => each.name === this.policyName);
  }
  get choices(): readonly { readonly label: string; readonly value: string }[] {
    return this.all.map(({ label, name }) => ({ label, value: name }));
  }
  get description(): string {
    return this.policy?.description ?? '';
  }
  get hasPolicies(): boolean {
    return this.all.length > 0;
  }
  get isEmpty(): boolean {
    return !this.busy && !this.hasPolicies && this.problem === '';
  }
  get cannotInvite(): boolean {
    return this.policy?.mayInvite !== true;
  }
  get inviteText(): string {
    return this.cannotInvite ? labels.noInvite : labels.inviteHelp;
  }

  handlePolicy(event: CustomEvent<{ value: string }>): void {
    const chosen = this.all.find((each) => each.name === event.detail.value);
    if (chosen) this.choose({ policyName: chosen.name, sendInvitations: chosen.invites });
  }

  handleInvite(event: CustomEvent<{ checked: boolean }>): void {
    this.choose({ policyName: this.policyName, sendInvitations: event.detail.checked });
  }

  choose(options: Options): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: options }));
  }
}
