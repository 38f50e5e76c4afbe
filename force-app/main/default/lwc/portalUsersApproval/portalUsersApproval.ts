/** A run that waits for a second person: what exactly would be approved, by whom, and the answer. Fires `approve`, `reject` with the reason, and `stop`. */
import { LightningElement, api } from 'lwc';
import { format } from 'c/portalUsersText';
import { labels } from './labels';

export default class PortalUsersApproval extends LightningElement {
  @api runId = '';
  @api progress: Apex.Progress = { state: 'Waiting', requested: 0, ready: 0, created: 0, skipped: 0, failed: 0, sendInvitations: false };
  @api busy = false;

  labels = labels;
  rejecting = false;
  reason = '';

  get mayApprove(): boolean {
    return this.progress.mayApprove === true;
  }
  get mayWithdraw(): boolean {
    return this.progress.mine === true;
  }
  get asksText(): string {
    const { requester = '', ready, policy = '' } = this.progress;
    return this.mayWithdraw ? format(labels.youAsk, ready, policy) : format(labels.asks, requester, ready, policy);
  }
  get invitationText(): string {
    return this.progress.sendInvitations ? labels.invitations : labels.noInvitations;
  }
  get whoText(): string {
    const { approvers = [] } = this.progress;
    if (this.mayApprove) return labels.yourTurn;
    return approvers.length === 0 ? labels.nobody : format(labels.who, approvers.join(', '));
  }
  get cannotReject(): boolean {
    return this.busy || this.reason.trim() === '';
  }

  handleApprove(): void {
    this.dispatchEvent(new CustomEvent('approve'));
  }

  handleRejecting(): void {
    this.rejecting = !this.rejecting;
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }

  handleReject(): void {
    this.dispatchEvent(new CustomEvent('reject', { detail: this.reason.trim() }));
  }

  handleStop(): void {
    this.dispatchEvent(new CustomEvent('stop'));
  }
}
