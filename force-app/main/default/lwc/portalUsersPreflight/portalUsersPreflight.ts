/** What the check found, before anything is written. Fires `start`, `discard`, and `fixed` when something was put right. */
import { LightningElement, api } from 'lwc';
import { format } from 'c/portalUsersText';
import { labels } from './labels';

export default class PortalUsersPreflight extends LightningElement {
  @api runId = '';
  @api progress: Apex.Progress = { state: '', requested: 0, ready: 0, created: 0, skipped: 0, failed: 0, sendInvitations: false };
  @api busy = false;

  labels = labels;
  /** Changes when the contacts are to be read again. */
  version = 0;

  get startLabel(): string {
    return format(labels.start, this.progress.ready);
  }
  get isMine(): boolean {
    return this.progress.mine !== false;
  }
  get approvedText(): string {
    const { approver } = this.progress;
    return approver === undefined ? '' : format(this.isMine ? labels.approved : labels.approvedOther, approver);
  }
  get nothing(): boolean {
    return this.progress.ready === 0;
  }
  get cannotStart(): boolean {
    return this.busy || this.nothing;
  }

  handleStart(): void {
    this.dispatchEvent(new CustomEvent('start'));
  }

  handleFixed(): void {
    this.version++;
    this.dispatchEvent(new CustomEvent('fixed'));
  }

  handleDiscard(): void {
    this.dispatchEvent(new CustomEvent('discard'));
  }
}
